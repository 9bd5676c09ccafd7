import { type GoalMetric, isWhole, type Metrics } from '@zhanggui/goals'
import { dictionary } from '@zhanggui/metrics'
import type { Plan } from '@zhanggui/plan'

const CATALOGUE: readonly GoalMetric[] = dictionary().map(
  ({ id, nameZh, nameEn, unit, kind, numerator, denominator, dimensions, higherIsBetter }) => ({
    id,
    nameZh,
    nameEn,
    unit,
    kind,
    numerator,
    denominator,
    dimensions,
    higherIsBetter,
  }),
)

/** The metrics that a plan's goals may be set on: the catalogue's and the plan's own. */
export const goalMetrics = (plan: Pick<Plan, 'measures'>): Metrics =>
  new Map([...CATALOGUE, ...plan.measures].map((m) => [m.id, m]))

/** Those that the goals are really set on, as the page needs them. */
export function usedMetrics(plan: Plan, metrics: Metrics) {
  const used = new Set(plan.goals.map((g) => g.metric))
  return [...metrics.values()]
    .filter((m) => used.has(m.id))
    .map(({ id, nameZh, nameEn, unit, kind, dimensions }) => ({
      id,
      nameZh,
      nameEn,
      unit,
      kind,
      dimensions: [...dimensions],
      whole: isWhole({
        id,
        nameZh,
        nameEn,
        unit,
        kind,
        dimensions,
        numerator: null,
        denominator: null,
        higherIsBetter: null,
      }),
    }))
}
