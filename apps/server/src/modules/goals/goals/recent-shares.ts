import type { Store } from '@zhanggui/contract'
import { cellScope, type Goal, type GoalScope } from '@zhanggui/goals'
import { addDays, type BusinessDay, ratio } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { InsightFailure } from '../../insight/insight-failure.ts'
import { runQuery } from '../../insight/run-query.ts'
import { lineKey } from './forecast-lines.ts'

/** Long enough for small scopes to have sold something, short enough to be about now. */
const RECENT_DAYS = 91

async function sharesBy(
  context: Context,
  store: Store,
  { metric, dimensions, asOf }: { metric: string; dimensions: string[]; asOf: BusinessDay },
): Promise<[string, number | null][]> {
  const question = { metrics: [metric], from: addDays(asOf, -RECENT_DAYS), to: asOf, limit: 100_000 }
  const { rows } = await runQuery(context, store, { ...question, by: dimensions })
  const { totals } = await runQuery(context, store, question)
  const whole = typeof totals[metric] === 'number' ? totals[metric] : null
  return rows.map((row) => {
    const scope = Object.fromEntries(dimensions.map((d) => [d, String(row[d] ?? '')]))
    const part = typeof row[metric] === 'number' ? row[metric] : null
    return [lineKey(metric, scope), ratio(part, whole)]
  })
}

/** What share each scope had of the whole shop in the last 13 weeks before `asOf`, by metric and scope. */
export async function recentShares(
  context: Context,
  store: Store,
  goals: readonly Goal[],
  asOf: BusinessDay,
): Promise<ReadonlyMap<string, number | null>> {
  const shapes = new Map<string, { metric: string; dimensions: string[] }>()
  for (const goal of goals) {
    const scope: GoalScope = cellScope(goal)
    const dimensions = Object.keys(scope).sort()
    if (dimensions.length > 0 && dimensions.length <= 3)
      shapes.set(`${goal.metric}|${dimensions.join('|')}`, { metric: goal.metric, dimensions })
  }
  const shares: [string, number | null][] = []
  for (const shape of shapes.values())
    try {
      shares.push(...(await sharesBy(context, store, { ...shape, asOf })))
    } catch (error) {
      if (!(error instanceof InsightFailure)) throw error
    }
  return new Map(shares)
}

export const shareKey = (goal: Goal): string => lineKey(goal.metric, cellScope(goal))
