import type { Store } from '@zhanggui/contract'
import { cellScope, type Goal } from '@zhanggui/goals'
import { addDays, type BusinessDay, ratio } from '@zhanggui/kernel'
import type { AnswerRow } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { runStretches } from '../../insight/run-stretches.ts'
import { askMetrics } from './ask-metrics.ts'
import { lineKey } from './forecast-lines.ts'

/** Long enough for small scopes to have sold something, short enough to be about now. */
const RECENT_DAYS = 91

type Reading = { context: Context; store: Store; metrics: readonly string[]; asOf: BusinessDay }

async function sharesBy(
  { context, store, metrics, asOf }: Reading,
  dimensions: readonly string[],
): Promise<[string, number | null][]> {
  const question = { metrics, stretches: [{ from: addDays(asOf, -RECENT_DAYS), to: asOf }] }
  const [parts, whole] = await Promise.all([
    runStretches(context, store, { ...question, by: dimensions }),
    runStretches(context, store, question),
  ])
  return (parts[0] ?? []).flatMap((row) => {
    const scope = Object.fromEntries(dimensions.map((d) => [d, String(row[d] ?? '')]))
    return metrics.map((metric): [string, number | null] => [
      lineKey(metric, scope),
      ratio(numberOf(row[metric]), numberOf(whole[0]?.[0]?.[metric])),
    ])
  })
}

const numberOf = (value: AnswerRow[string] | undefined): number | null => (typeof value === 'number' ? value : null)

/** What share each scope had of the whole shop in the last 13 weeks before `asOf`, by metric and scope. */
export async function recentShares(
  context: Context,
  store: Store,
  goals: readonly Goal[],
  asOf: BusinessDay,
): Promise<ReadonlyMap<string, number | null>> {
  const shapes = Map.groupBy(goals, (goal) => Object.keys(cellScope(goal)).sort().join('|'))
  const found = [...shapes].map(async ([key, of]) => {
    const dimensions = key.split('|')
    if (key === '' || dimensions.length > 3) return []
    const all = [...new Set(of.map((g) => g.metric))]
    return (await askMetrics(all, (metrics) => sharesBy({ context, store, metrics, asOf }, dimensions))).flat()
  })
  return new Map((await Promise.all(found)).flat())
}

export const shareKey = (goal: Goal): string => lineKey(goal.metric, cellScope(goal))
