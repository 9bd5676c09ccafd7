import { judgePage } from '@zhanggui/campaigns'
import type { PageSpeed, PageSpeedReport, ReportDays, Store } from '@zhanggui/contract'
import { addDays, daysBetween, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { shopDays } from '../../trade/shop-days.ts'
import { type NamedBudget, readPageBudgets } from './page-budgets.ts'
import { NO_LOADS, readPageLoads } from './read-page-loads.ts'

/** A week has every kind of day, so that the week before can be compared. */
export const SPEED_DAYS = 7

/**
 * How fast the shop's pages are against their budgets and against as many days before (P7.06).
 * Shape: pages with a budget in the budgets' order, then loads of pages that have none.
 * Errors: throws `invalid_request` for a span that ends before it begins.
 */
export async function reportSpeed(context: Context, store: Store, query: ReportDays): Promise<PageSpeedReport> {
  const span = shopDays(context, store, query, SPEED_DAYS)
  const [from, to] = [parseDay(span.from), parseDay(span.to)]
  const before = { from: addDays(from, -daysBetween(from, to)), to: from }
  const budgets = await readPageBudgets(context, store.id)
  const loads = await readPageLoads(context, { store: store.id, ...span }, budgets)
  const earlier = await readPageLoads(context, { store: store.id, ...before }, budgets)
  const pageOf = ({ page, nameZh, nameEn, loadMs, jumps }: NamedBudget): PageSpeed => {
    const now = loads.get(page) ?? NO_LOADS
    const past = earlier.get(page) ?? NO_LOADS
    const { faults, isKnown } = judgePage({ page, loadMs, jumps }, now, past)
    return {
      page,
      nameZh,
      nameEn,
      budgetMs: loadMs,
      budgetJumps: jumps,
      ...now,
      beforeP75Ms: past.p75Ms,
      faults,
      isKnown,
    }
  }
  const unbudgeted = [...loads].filter(([page]) => !budgets.some((budget) => budget.page === page))
  return {
    ...span,
    pages: budgets.map(pageOf),
    unbudgeted: unbudgeted.map(([page, { loads: n, p75Ms }]) => ({ page, loads: n, p75Ms })),
  }
}
