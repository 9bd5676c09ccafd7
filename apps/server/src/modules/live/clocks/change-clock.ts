import { applyEvent, type ClockEvent } from '@zhanggui/clocks'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { clockFailure } from './clock-failure.ts'
import { bodyOf, type ClockKey, isClock, lockClock, type StoredClock } from './clock-rows.ts'
import { requireEndedHere } from './ends-elsewhere.ts'
import { clockEvents, clocks } from './schema.ts'
import { settleMarks } from './settle-marks.ts'
import type { ClockWork } from './start-clock.ts'

export type EnterEvent = {
  /** Unique in the clock; the same again changes nothing, so that it may be sent twice. */
  id: string
  event: ClockEvent
  note: string
}

/** What the trail says of an event; a policy by what it asks, not by its hours. */
function audited(event: ClockEvent): Record<string, unknown> {
  const at = new Date(event.at).toISOString()
  if (event.kind !== 'policy') return { ...bodyOf(event), at }
  return { at, steps: event.policy.steps.map(({ id, targetMs }) => ({ step: id, targetMs })) }
}

async function isEntered({ tx }: ClockWork, { store, id }: ClockKey, event: string): Promise<boolean> {
  const mine = and(eq(clockEvents.store, store), eq(clockEvents.clock, id), eq(clockEvents.id, event))
  const found = await tx.select({ id: clockEvents.id }).from(clockEvents).where(mine)
  return found.length > 0
}

async function store(
  context: Context,
  work: ClockWork,
  { row, clock }: StoredClock,
  given: EnterEvent & { actor: string },
): Promise<void> {
  const { event, note, actor } = given
  const now = context.clock.now()
  const applied = applyEvent(clock, event, { now: now.getTime() })
  if (!applied.ok) throw clockFailure(applied.error)
  await work.tx.insert(clockEvents).values({
    store: row.store,
    clock: row.id,
    id: given.id,
    kind: event.kind,
    at: new Date(event.at),
    body: bodyOf(event),
    note,
    enteredBy: actor,
    enteredAt: now,
  })
  const subject = `clocks/${row.id}`
  await work.record({ store: row.store, actor, action: event.kind, subject, after: audited(event), reason: note })
  await settleMarks(work, { row, clock: applied.value }, now)
}

/**
 * Enters what happened to a clock, inside the caller's transaction. A deadline that turns out to have been kept, because the
 * answer was given before it and entered after it, is withdrawn.
 * Errors: throws `not_found`, and the `clock_…` codes for what could not have happened then.
 */
export async function enterEventIn(
  context: Context,
  work: ClockWork,
  caller: { store: string; actor: string },
  { clock: id, ...entered }: EnterEvent & { clock: string },
): Promise<void> {
  const key = { store: caller.store, id }
  const stored = await lockClock(work.tx, key)
  if (await isEntered(work, key, entered.id)) return
  await store(context, work, stored, { ...entered, actor: caller.actor })
}

/** Enters what a person says happened to a clock. Errors: as `enterEventIn`, and `clock_ends_elsewhere`. */
export const enterEvent = (
  context: Context,
  caller: { store: string; actor: string },
  entered: EnterEvent & { clock: string },
): Promise<void> =>
  auditedTransaction(context, async (tx, record) => {
    const { row } = await lockClock(tx, { store: caller.store, id: entered.clock })
    requireEndedHere(row.subjectKind, entered.event)
    await enterEventIn(context, { tx, record }, caller, entered)
  })

/** Gives a clock to somebody. Errors: throws `not_found`. */
export function assignClock(
  context: Context,
  caller: { store: string; actor: string },
  { clock, owner }: { clock: string; owner: string | null },
): Promise<void> {
  const key = { store: caller.store, id: clock }
  return auditedTransaction(context, async (tx, record) => {
    const { row } = await lockClock(tx, key)
    if (row.owner === owner) return
    await tx.update(clocks).set({ owner }).where(isClock(key))
    const change = { before: { owner: row.owner }, after: { owner } }
    await record({ store: caller.store, actor: caller.actor, action: 'assign', subject: `clocks/${clock}`, ...change })
  })
}
