import { levelPeriods } from '@zhanggui/campaigns'
import type { PartnerFigure, Store } from '@zhanggui/contract'
import type { BusinessDay } from '@zhanggui/kernel'
import { findMetric } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { runQuery } from '../../insight/run-query.ts'
import { filtersOf } from './levels/level-figures.ts'
import type { ContractTerms } from './read-terms.ts'

/** A quarter. */
const WEEKS_SHOWN = 12

/**
 * What the partner needs to see of the shop: the contract's figures, within its scope and its term, by whole weeks. Without a scope
 * nothing is shown, whatever the contract says: a row written past the form must not open the shop.
 */
export async function readScopeFigures(
  context: Context,
  store: Store,
  { scope, shownMetrics, state, fromDay, lastDay }: ContractTerms,
  today: BusinessDay,
): Promise<PartnerFigure[]> {
  const metrics = shownMetrics.flatMap((id) => findMetric(id) ?? []).filter((m) => m.permission === 'metrics:read')
  const weeks = levelPeriods({ grain: 'week', fromDay, lastDay, today, count: WEEKS_SHOWN })
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!scope || scope.values.length === 0 || metrics.length === 0 || state === 'draft' || !first || !last) return []
  const { rows } = await runQuery(context, store, {
    metrics: metrics.map(({ id }) => id),
    by: ['week'],
    from: first.from,
    to: last.to,
    filters: filtersOf(scope),
  })
  return metrics.map(({ id, nameZh, nameEn, unit }) => ({
    metric: id,
    nameZh,
    nameEn,
    unit,
    weeks: weeks.map(({ from }) => {
      const value = rows.find((row) => row.week === from)?.[id]
      return { week: from, value: typeof value === 'number' ? value : null }
    }),
  }))
}
