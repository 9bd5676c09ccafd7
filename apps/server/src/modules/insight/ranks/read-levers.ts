import { type LeverFigure, proposeLevers, RANK_LEVERS } from '@zhanggui/analysis'
import type { RankLevers, Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import { findMetric, planQuery } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { type Asker, runQuery } from '../run-query.ts'
import { type RankSubjectKey, subjectOf } from './rank-fields.ts'
import { RANK_GOALS } from './rank-goals.ts'

/** Four weeks: whole weeks, so that the day of the week does not matter. */
const EVIDENCE_DAYS = 28

type Days = { from: BusinessDay; to: BusinessDay }
type Cut = { dimension: string; values: string[] }

/** What the figures are cut by: the goods, else the category, else the word. */
function cutOf({ kind, term, item }: RankSubjectKey): Cut {
  if (item !== null) return { dimension: 'item', values: [item] }
  return { dimension: kind, values: [term] }
}

/** Metrics of the levers that can be cut so. */
const metricsFor = ({ dimension }: Cut): string[] =>
  RANK_LEVERS.flatMap(({ metric }) => metric ?? []).filter(
    (id) => planQuery({ metrics: [id], by: [dimension], filters: [] }).ok,
  )

async function readFigures(
  context: Context,
  store: Store,
  { cut, days, asker }: { cut: Cut; days: Days; asker: Asker },
): Promise<LeverFigure[]> {
  const metrics = metricsFor(cut)
  if (metrics.length === 0) return []
  const ask = async (filters: { dimension: string; values: string[] }[]) =>
    (await runQuery(context, store, { metrics, ...days, filters }, asker)).totals
  const [own, shop] = [await ask([cut]), await ask([])]
  const figureOf = (totals: typeof own, id: string): number | null => {
    const value = totals[id]
    return typeof value === 'number' ? value : null
  }
  return metrics.map((metric) => ({
    metric,
    own: figureOf(own, metric),
    shop: figureOf(shop, metric),
    higherIsBetter: findMetric(metric)?.higherIsBetter !== false,
  }))
}

/** What lifts a rank by the law, from the last four weeks of its goods beside the shop's (P9.11). Errors: throws `not_found`. */
export async function readLevers(
  context: Context,
  store: Store,
  { id, asker }: { id: string; asker: Asker },
): Promise<RankLevers> {
  const goal = (await readAllRows(context, RANK_GOALS, store.id)).find((row) => row.id === id)
  if (!goal) throw new ApiFailure('not_found', { what: `ranks/${id}` })
  const to = businessDayOf(context.clock.now(), store.timezone)
  const days = { from: addDays(to, -EVIDENCE_DAYS), to }
  const figures = await readFigures(context, store, { cut: cutOf(subjectOf(goal.data)), days, asker })
  const levers = proposeLevers(figures).map(({ metric, ...lever }) => {
    const known = metric === null ? undefined : findMetric(metric)
    return {
      ...lever,
      metricZh: known?.nameZh ?? null,
      metricEn: known?.nameEn ?? null,
      unit: known?.unit ?? null,
    }
  })
  return { ...days, currency: store.currency, levers }
}
