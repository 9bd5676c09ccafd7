import type { Store } from '@zhanggui/contract'
import type { Plan, PlanPartBodies } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'

/**
 * What a new plan gets from last year's data, e.g. goals spread by the shape of the year. The plan given is the empty one.
 * @param growthBp yearly paid sales over last year's, basis points.
 */
export type BuildFromData = (
  context: Context,
  store: Store,
  given: { plan: Plan; growthBp: number },
) => Promise<Partial<PlanPartBodies>>
