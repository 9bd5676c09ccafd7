import type { Permission, Role } from '@zhanggui/contract'
import { type GoalMetric, isWhole, type Metrics } from '@zhanggui/goals'
import { dictionary, findMetric } from '@zhanggui/metrics'
import type { Plan } from '@zhanggui/plan'
import { roleAllows } from '../../admin/role-permissions.ts'

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

/** Figures of profit are shown to those who may see profit; a plan's own measures to everybody who may read the plan. */
export function maySeeMetric(metric: string, may: (permission: Permission) => boolean): boolean {
  const found = findMetric(metric)
  return found === undefined || may(found.permission)
}

/** The same for somebody with a role in the shop. */
export const roleSeesMetric = (metric: string, role: Role): boolean =>
  maySeeMetric(metric, (permission) => roleAllows(role, permission))
