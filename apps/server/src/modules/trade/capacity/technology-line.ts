import type { Context } from '../../../context.ts'
import { lineBalance, readBalances } from '../../budget/ledger/ledger-rows.ts'
import { loadBudget } from '../../budget/load-budget.ts'

/** What a plan gives to technology and what of it is gone. `shareBp`: of the plan's total. */
export type TechnologyLine = { profile: string | null; shareBp: number | null; limitCents: number; spentCents: number }

/**
 * The technology lines of a plan's budget together, under the profile in force (X23); null when the plan has none.
 * Errors: throws `not_found` for an unknown plan.
 */
export async function technologyLine(
  context: Context,
  key: { store: string; plan: string },
): Promise<TechnologyLine | null> {
  const { plan, resolved } = await loadBudget(context, key)
  const leaves = new Set(resolved.lines.filter(({ isLeaf }) => isLeaf).map(({ id }) => id))
  const ids = plan.budget.filter(({ id, channel }) => channel === 'technology' && leaves.has(id)).map(({ id }) => id)
  if (ids.length === 0) return null
  const balances = await readBalances(context.records.db, key)
  const limitCents = resolved.lines.reduce(
    (sum, { id, amountCents }) => (ids.includes(id) ? sum + (amountCents ?? 0) : sum),
    0,
  )
  const spentCents = ids.reduce((sum, id) => {
    const { committed, accrued, spent } = lineBalance(balances, id)
    return sum + committed + accrued + spent
  }, 0)
  const total = resolved.totalCents
  return {
    profile: plan.profile,
    shareBp: total === null || total === 0 ? null : (limitCents * 10_000) / total,
    limitCents,
    spentCents,
  }
}
