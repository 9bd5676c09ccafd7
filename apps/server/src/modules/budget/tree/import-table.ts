import type { ShareBase } from '@zhanggui/budget'
import type { BudgetTable } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { readTable } from '../../admin/resources/read-table.ts'
import { changePart } from '../../goals/plans/change-plan.ts'
import type { BudgetCaller } from '../budget-key.ts'
import { loadBudget } from '../load-budget.ts'
import { previewTable } from './read-table.ts'

/**
 * Makes the lines of a CSV or XLSX file the budget of a plan; with `apply: false` only shows them. The rules stay.
 * Errors: throws `not_found`, `unreadable_file`, `plan_approved`, and as `changePart`; nothing is stored then.
 */
export async function importBudgetTable(
  context: Context,
  caller: BudgetCaller,
  given: { file: { path: string; name: string }; base: ShareBase | null; apply: boolean },
): Promise<BudgetTable> {
  const { file, base, apply } = given
  const loaded = await loadBudget(context, caller)
  const rows = (await readTable(file.path, file.name)).map((row) => row.cells)
  const table = previewTable(loaded, rows, base)
  if (!apply) return table
  const body = { lines: table.lines, rules: loaded.plan.budgetRules }
  await changePart(context, caller, caller.plan, 'budget', {
    revision: loaded.revisions.budget,
    body,
    reason: `导入 ${file.name}`,
  })
  return table
}
