import type { Clock, ClockEvent } from '@zhanggui/clocks'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { clockEvents, clocks, type EventBody } from './schema.ts'

export type ClockKey = { store: string; id: string }
export type ClockRow = typeof clocks.$inferSelect
export type EventRow = typeof clockEvents.$inferSelect

/** What a clock is about: an incident, a complaint, a page. */
export type Subject = { kind: string; id: string }

/** A stored clock with everything that happened to it. */
export type StoredClock = { row: ClockRow; events: readonly EventRow[]; clock: Clock }

/** Errors: throws when a row lacks what its kind says; nothing writes such a row. */
function toEvent({ kind, at, body }: Pick<EventRow, 'kind' | 'at' | 'body'>): ClockEvent {
  const when = at.getTime()
  if ((kind === 'pause' || kind === 'resume') && body.reason) return { kind, at: when, reason: body.reason }
  if ((kind === 'done' || kind === 'call') && body.step !== undefined) return { kind, at: when, step: body.step }
  if (kind === 'stop' && body.outcome) return { kind, at: when, outcome: body.outcome }
  if (kind === 'policy' && body.policy) return { kind, at: when, policy: body.policy }
  if (kind === 'reopen') return { kind, at: when }
  throw new Error(`a stored clock event of kind ${kind} lacks its content`)
}

export function bodyOf(event: ClockEvent): EventBody {
  const { kind: _kind, at: _at, ...body } = event
  return body
}

const toClock = (row: ClockRow, events: readonly EventRow[]): Clock => ({
  policy: row.policy,
  startedAt: row.startedAt.getTime(),
  events: events.map(toEvent),
})

export const isClock = ({ store, id }: ClockKey) => and(eq(clocks.store, store), eq(clocks.id, id))

/** The clock, locked until the transaction ends: two entries at once take turns. Errors: throws `not_found`. */
export async function lockClock(tx: RecordTx, key: ClockKey): Promise<StoredClock> {
  const [row] = await tx.select().from(clocks).where(isClock(key)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `clocks/${key.id}` })
  const [found] = await withEvents(tx, [row])
  if (!found) throw new ApiFailure('not_found', { what: `clocks/${key.id}` })
  return found
}

/** Clocks with their events, in the order given; rows of one shop. */
export async function withEvents(db: RecordDb | RecordTx, rows: readonly ClockRow[]): Promise<StoredClock[]> {
  const [first] = rows
  if (!first) return []
  const ids = rows.map(({ id }) => id)
  const events = await db
    .select()
    .from(clockEvents)
    .where(and(eq(clockEvents.store, first.store), inArray(clockEvents.clock, ids)))
    .orderBy(asc(clockEvents.sequence))
  const byClock = Map.groupBy(events, ({ clock }) => clock)
  return rows.map((row) => {
    const mine = byClock.get(row.id) ?? []
    return { row, events: mine, clock: toClock(row, mine) }
  })
}
