import { type LedgerEntry, planDifference, type ResolvedLine } from '@zhanggui/budget'
import type { BusinessDay, Cents } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { type BudgetCaller, todayOf } from '../budget-key.ts'
import { type LoadedBudget, loadBudget } from '../load-budget.ts'
import { plannedByLine } from './ledger-rows.ts'
import { writeEntry } from './write-entry.ts'

export type UnopenedLine = { lineId: string; plannedCents: Cents; budgetCents: Cents; differenceCents: Cents }

type BalanceOf = (lineId: string) => Cents

/** Lines whose money in the ledger is not what the plan gives them; transfers and releases are part of what they have. */
export function unopenedLines(lines: readonly ResolvedLine[], plannedOf: BalanceOf): UnopenedLine[] {
  return lines.flatMap((line) => {
    if (!line.isLeaf || line.amountCents === null) return []
    const budgetCents = plannedOf(line.id)
    const differenceCents = planDifference(line.amountCents, budgetCents)
    return differenceCents === null
      ? []
      : [{ lineId: line.id, plannedCents: line.amountCents, budgetCents, differenceCents }]
  })
}

const planEntry = (line: UnopenedLine, day: BusinessDay, number: number): LedgerEntry => ({
  id: `plan:${line.lineId}:${number}`,
  kind: 'plan',
  lineId: line.lineId,
  toLineId: null,
  amountCents: line.differenceCents,
  day,
  from: null,
  reference: '',
  note: '按规划登记',
  overspendReason: null,
})

/** Errors: throws `budget_unresolved` while amounts are missing or do not add up. */
function requireResolved({ resolved }: LoadedBudget): void {
  const open = resolved.issues.filter((issue) => issue.blocking).length
  if (open > 0) throw new ApiFailure('budget_unresolved', { count: open })
}

/**
 * Gives every line of the ledger the money that the plan gives it; run again after a change it posts only the differences.
 * Errors: throws `budget_unresolved`; `budget_not_enough` where a line was cut below what is used already.
 */
export async function openLedger(context: Context, caller: BudgetCaller): Promise<{ posted: number }> {
  const loaded = await loadBudget(context, caller)
  requireResolved(loaded)
  const key = { store: caller.store, plan: caller.plan }
  const day = todayOf(context, caller.shop)
  return auditedTransaction(context, async (tx, record) => {
    const given = await plannedByLine(tx, key)
    const missing = unopenedLines(loaded.resolved.lines, (id) => given.of(id))
    for (const [i, line] of missing.entries()) {
      const entry = planEntry(line, day, given.count + i + 1)
      await writeEntry(context, { tx, record }, { key, lines: loaded.plan.budget, entry, actor: caller.actor })
    }
    return { posted: missing.length }
  })
}
