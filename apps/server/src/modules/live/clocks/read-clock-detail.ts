import { PAUSE_REASONS } from '@zhanggui/clocks'
import type { ClockDetail } from '@zhanggui/contract'
import { and, asc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { type ClockKey, type EventRow, isClock, type StoredClock, withEvents } from './clock-rows.ts'
import { clockView } from './clock-view.ts'
import { namesByActor, namesByEmail } from './people-names.ts'
import { clockMarks, clocks, dutyCalls } from './schema.ts'

/** Errors: throws `not_found`. */
async function findClock(context: Context, key: ClockKey): Promise<StoredClock> {
  const rows = await context.records.db.select().from(clocks).where(isClock(key))
  const [found] = await withEvents(context.records.db, rows)
  if (!found) throw new ApiFailure('not_found', { what: `clocks/${key.id}` })
  return found
}

function toEvent(row: EventRow, names: ReadonlyMap<string, string>): ClockDetail['events'][number] {
  const { id, kind, at, body, note, enteredBy, enteredAt } = row
  return {
    id,
    kind,
    at: at.toISOString(),
    step: body.step ?? null,
    reason: body.reason ?? null,
    outcome: body.outcome ?? null,
    note,
    enteredBy: names.get(enteredBy) ?? enteredBy,
    enteredAt: enteredAt.toISOString(),
  }
}

async function readMarks(context: Context, { store, id }: ClockKey): Promise<ClockDetail['marks']> {
  const { db } = context.records
  const rows = await db
    .select()
    .from(clockMarks)
    .where(and(eq(clockMarks.store, store), eq(clockMarks.clock, id)))
    .orderBy(asc(clockMarks.at), asc(clockMarks.mark))
  const calls = await db
    .select()
    .from(dutyCalls)
    .where(and(eq(dutyCalls.store, store), eq(dutyCalls.clock, id)))
    .orderBy(asc(dutyCalls.person))
  const names = await namesByEmail(
    context,
    calls.map(({ person }) => person),
  )
  return rows.map(({ step, round, mark, at, noticedAt, withdrawnAt }) => ({
    step,
    round,
    mark,
    at: at.toISOString(),
    noticedAt: noticedAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    called: calls
      .filter((call) => call.step === step && call.round === round && call.mark === mark)
      .map(({ person }) => names.get(person) ?? person),
  }))
}

/** A clock with everything that happened to it. Errors: throws `not_found`. */
export async function readClockDetail(context: Context, key: ClockKey): Promise<ClockDetail> {
  const now = context.clock.now()
  const stored = await findClock(context, key)
  const owners = await namesByActor(context, [stored.row.owner])
  const names = await namesOfActors(
    context,
    stored.events.map(({ enteredBy }) => enteredBy),
  )
  const policy = stored.clock.events.findLast((event) => event.kind === 'policy')?.policy ?? stored.clock.policy
  return {
    now: now.toISOString(),
    clock: clockView(stored, now, owners),
    pauseReasons: PAUSE_REASONS.filter((reason) => policy.steps.some(({ pausedBy }) => pausedBy.includes(reason))),
    events: stored.events.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map((row) => toEvent(row, names)),
    marks: await readMarks(context, key),
  }
}
