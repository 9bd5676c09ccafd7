import type { PlanTableMode, PlanTableResult, Store } from '@zhanggui/contract'
import { type ReadTable, readTable } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { PlanCaller } from '../plans/change-plan.ts'
import { readPlan } from '../plans/read-plan.ts'
import { readGrids } from './read-grids.ts'
import { takeTable } from './take-table.ts'

/** Rows of further sheets follow; the same period on two sheets stays two rows. */
export function joinSheets(tables: readonly ReadTable[]): ReadTable {
  const taken = new Set<string>()
  const rows = tables
    .flatMap((table) => table.rows)
    .map((row) => {
      let id = row.id
      for (let n = 2; taken.has(id); n++) id = `${row.id}#${n}`
      taken.add(id)
      return { ...row, id }
    })
  return { rows, notes: tables.flatMap((table) => table.notes) }
}

/** The yearly table in a file. Errors: throws `ImportFailure`, and `unreadable_file` when no sheet holds one. */
export async function readTableFile(file: { path: string; name: string }, year: number): Promise<ReadTable> {
  const grids = await readGrids(file.path, file.name)
  const tables = grids.flatMap((grid) => readTable(grid, { year }) ?? [])
  if (tables.length === 0)
    throw new ApiFailure('unreadable_file', {
      reason: '没有找到年度计划表的表头（时间、目标、主题、策略…） / no header',
    })
  return joinSheets(tables)
}

/**
 * Reads a yearly table from a CSV or XLSX file into a plan; without `apply` it only tells what that would do.
 * Errors: as `readTableFile` and `takeTable`.
 */
export async function importTable(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  given: { file: { path: string; name: string }; mode: PlanTableMode; apply: boolean },
): Promise<PlanTableResult> {
  const { plan } = await readPlan(context, store.id, planId)
  const read = await readTableFile(given.file, plan.year)
  return takeTable(context, caller, store, planId, { ...read, mode: given.mode, apply: given.apply })
}
