import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import { enterEventIn } from '../change-clock.ts'
import { readLadder, type ShopLadder } from '../read-ladders.ts'
import { clocks, merchantWarnings } from '../schema.ts'
import { type ClockWork, startClockIn } from '../start-clock.ts'

/** Warnings, their clocks' subject and the ladder have one name each. */
export const WARNING_SUBJECT = 'merchant-warning'
const PLAN_LADDER = 'merchant-plan'
const PLAN_STEP = 'plan'

export type RaiseWarning = {
  kind: 'orderSurge' | 'badReviews' | 'other'
  /** What was seen, with its figures. */
  evidence: string
  /** When the platform warned; default now. */
  raisedAt?: Date
}

type Actor = { store: string; actor: string }

const TITLES: Record<RaiseWarning['kind'], string> = {
  orderSurge: '订单激增预警',
  badReviews: '差评集中预警',
  other: '商家预警',
}

const isWarning = (store: string, id: string) => and(eq(merchantWarnings.store, store), eq(merchantWarnings.id, id))

/** The merchant's plan is owed from the moment of the warning (P9.08). `ladder` is the shop's `merchant-plan`. */
export async function raiseWarningIn(
  context: Context,
  work: ClockWork,
  caller: Actor,
  { ladder, warning }: { ladder: ShopLadder; warning: RaiseWarning },
): Promise<{ id: string }> {
  const { store, actor } = caller
  const { kind, evidence, raisedAt = context.clock.now() } = warning
  const id = randomUUID()
  await work.tx.insert(merchantWarnings).values({ store, id, kind, evidence, raisedBy: actor, raisedAt })
  await work.record({ store, actor, action: 'raise', subject: `merchant-warnings/${id}`, after: { kind, evidence } })
  const subject = { kind: WARNING_SUBJECT, id }
  await startClockIn(context, work, caller, { ladder, subject, title: TITLES[kind], owner: null, startedAt: raisedAt })
  return { id }
}

/** Errors: throws `clock_instant` for a warning ahead of now. */
export async function raiseWarning(context: Context, caller: Actor, warning: RaiseWarning): Promise<{ id: string }> {
  const ladder = await readLadder(context, caller.store, PLAN_LADDER)
  return auditedTransaction(context, (tx, record) =>
    raiseWarningIn(context, { tx, record }, caller, { ladder, warning }),
  )
}

async function lockWarning({ tx }: ClockWork, store: string, id: string) {
  const [row] = await tx.select().from(merchantWarnings).where(isWarning(store, id)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `merchant-warnings/${id}` })
  return row
}

/** Writes the plan; until it is filed it may be written anew. Errors: throws `not_found`, `plan_filed`. */
export function writeWarningPlan(
  context: Context,
  { store, actor }: Actor,
  { id, plan }: { id: string; plan: string },
): Promise<void> {
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockWarning({ tx, record }, store, id)
    if (row.filedAt) throw new ApiFailure('plan_filed')
    await tx
      .update(merchantWarnings)
      .set({ plan, planBy: actor, planAt: context.clock.now() })
      .where(isWarning(store, id))
    const change = { before: { plan: row.plan }, after: { plan } }
    await record({ store, actor, action: 'plan', subject: `merchant-warnings/${id}`, ...change })
  })
}

async function planClock({ tx }: ClockWork, store: string, id: string): Promise<string> {
  const [clock] = await tx
    .select({ id: clocks.id })
    .from(clocks)
    .where(and(eq(clocks.store, store), eq(clocks.subjectKind, WARNING_SUBJECT), eq(clocks.subjectId, id)))
  if (!clock) throw new ApiFailure('not_found', { what: `merchant-warnings/${id}` })
  return clock.id
}

/**
 * The plan was filed with the platform: this stops the time, a plan that lies in a drawer does not.
 * Errors: throws `not_found`, `plan_missing` before a plan is written, `plan_filed` the second time, `clock_instant`.
 */
export function fileWarningPlan(
  context: Context,
  caller: Actor,
  { id, reference, filedAt = context.clock.now() }: { id: string; reference: string; filedAt?: Date | undefined },
): Promise<void> {
  const { store, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const work = { tx, record }
    const row = await lockWarning(work, store, id)
    if (row.filedAt) throw new ApiFailure('plan_filed')
    if (row.plan === null) throw new ApiFailure('plan_missing')
    const set = { filedReference: reference, filedBy: actor, filedAt }
    await tx.update(merchantWarnings).set(set).where(isWarning(store, id))
    const subject = `merchant-warnings/${id}`
    await record({ store, actor, action: 'file', subject, after: { reference, filedAt: filedAt.toISOString() } })
    const event = { kind: 'done' as const, at: filedAt.getTime(), step: PLAN_STEP }
    await enterEventIn(context, work, caller, { clock: await planClock(work, store, id), id: 'filed', event, note: '' })
  })
}
