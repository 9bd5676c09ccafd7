import type { PlanTableMode, PlanTableResult, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import {
  type Derived,
  deriveTable,
  mergeTable,
  overlayRows,
  type Plan,
  type TableNote,
  type TableRow,
} from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { readTools } from '../../traffic/read-tools.ts'
import { changeParts, type PlanCaller, type SentParts } from '../plans/change-plan.ts'
import { parsePart } from '../plans/check-part.ts'
import { readPlan } from '../plans/read-plan.ts'

/** Names of tools are read as of the plan's first day, or today when the plan is an old one. */
async function derive(context: Context, store: Store, plan: Plan, rows: readonly TableRow[]): Promise<Derived> {
  const tools = await readTools(context, store.id)
  const today = businessDayOf(context.clock.now(), store.timezone)
  const firstDay = `${plan.year}-01-01`
  const day = today > firstDay ? today : firstDay
  return deriveTable(rows, { year: plan.year, tools, platform: store.platform, day })
}

type Taken = { rows: readonly TableRow[] | null; notes: readonly TableNote[]; mode: PlanTableMode; apply: boolean }

/**
 * What a yearly table makes of a plan; with `apply` it is stored, everything or nothing.
 * @param given.rows what was read from a file; null: the table as it stands in the plan.
 * Errors: throws `not_found`, `plan_approved`, `stale_version`, `plan_invalid`.
 */
export async function takeTable(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  given: Taken,
): Promise<PlanTableResult> {
  const { plan, revisions } = await readPlan(context, store.id, planId)
  const read = given.rows ?? plan.table
  const rows = given.mode === 'merge' ? overlayRows(plan.table, read) : read
  // A preview is refused for what would be refused on applying: a cell that is too long, too many rows.
  parsePart('table', rows)
  const derived = await derive(context, store, plan, rows)
  const merged = mergeTable(plan, rows, derived)
  const result = {
    ...derived,
    rows,
    counts: merged.counts,
    removed: merged.removed,
    notes: [...given.notes, ...derived.notes],
  }
  if (!given.apply) return { ...result, applied: false, revisions } as unknown as PlanTableResult
  const sent = Object.fromEntries(
    Object.entries(merged.bodies).map(([part, body]) => [
      part,
      { revision: revisions[part as keyof typeof merged.bodies], body },
    ]),
  ) as SentParts
  const saved = await changeParts(context, caller, planId, sent, '年度计划表 / yearly table')
  return { ...result, applied: true, revisions: saved.revisions } as unknown as PlanTableResult
}
