import type { SlotBooking } from '@zhanggui/contract'
import type { Change, Fields } from '@zhanggui/playbooks'
import { and, eq, notInArray } from 'drizzle-orm'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { campaignEntries, campaigns, type EntryRow } from '../../../campaigns/schema.ts'
import type { Binding, Stamp } from './binding.ts'
import { leverBinding } from './levers.ts'

const LEVERS = leverBinding('slot')

/** The places of a campaign's slots: `campaign:entry:place`. Ids of campaigns and entries hold no colon. */
const idOf = ({ campaign, id }: EntryRow, place: number): string => `${campaign}:${id}:${place}`
const isOfCampaign = ({ subject }: Change): boolean => subject.id.includes(':')

async function readBookings(tx: RecordTx, store: string, forUpdate: boolean): Promise<EntryRow[]> {
  const asked = tx
    .select({ entry: campaignEntries })
    .from(campaignEntries)
    .innerJoin(campaigns, and(eq(campaigns.store, campaignEntries.store), eq(campaigns.id, campaignEntries.campaign)))
    .where(
      and(
        eq(campaignEntries.store, store),
        eq(campaignEntries.kind, 'slot'),
        notInArray(campaigns.state, ['draft', 'archived']),
      ),
    )
  const rows = await (forUpdate ? asked.for('update') : asked)
  return rows.map(({ entry }) => entry)
}

const placesOf = (row: EntryRow, now: Date): [string, Fields][] => {
  const { items, from, until } = row.body as SlotBooking
  const open = new Date(from) <= now && now < new Date(until)
  return items.map((item, place) => [idOf(row, place), { item, open }])
}

async function writePlace(tx: RecordTx, { subject, after }: Change, { store, actor, at }: Stamp): Promise<void> {
  const [campaign = '', id = '', place = ''] = subject.id.split(':')
  const own = and(
    eq(campaignEntries.store, store),
    eq(campaignEntries.campaign, campaign),
    eq(campaignEntries.kind, 'slot'),
    eq(campaignEntries.id, id),
  )
  const [row] = await tx.select().from(campaignEntries).where(own)
  if (!row) return
  const body = row.body as SlotBooking
  const items = body.items.map((item, i) => (i === Number(place) ? String(after) : item))
  const change = { body: { ...body, items }, version: row.version + 1, changedBy: actor, changedAt: at }
  await tx.update(campaignEntries).set(change).where(own)
}

/** Places that show an item: those that campaigns booked, and those that somebody registered. */
export const SLOTS: Binding = {
  type: 'slot',
  async read(tx, store, forUpdate, now) {
    const bookings = await readBookings(tx, store, forUpdate)
    const registered = await LEVERS.read(tx, store, forUpdate, now)
    return new Map([...registered, ...bookings.flatMap((row) => placesOf(row, now))])
  },
  async write(tx, changes, stamp) {
    await LEVERS.write(
      tx,
      changes.filter((change) => !isOfCampaign(change)),
      stamp,
    )
    for (const change of changes.filter(isOfCampaign)) await writePlace(tx, change, stamp)
  },
}
