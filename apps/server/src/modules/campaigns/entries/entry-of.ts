import { type Entry, entriesOf, type SlotBooking, type WithId } from '@zhanggui/campaigns'
import type { EntryRow } from '../schema.ts'

/** A stored entry as the engine knows it: its body was checked by the schema of its kind when it was written. */
export const entryOf = ({ kind, id, body }: Pick<EntryRow, 'kind' | 'id' | 'body'>): Entry =>
  ({ kind, id, body }) as Entry

/** The bookings of every campaign of the shop: those of the one at hand by their id, others by campaign and id. */
export const slotsOf = (rows: readonly EntryRow[], campaign: string): WithId<SlotBooking>[] =>
  rows.flatMap((row) => {
    const prefix = row.campaign === campaign ? '' : `${row.campaign}/`
    return entriesOf([entryOf(row)], 'slot').map(({ id, body }) => ({ id: `${prefix}${id}`, body }))
  })
