import type { Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../../context.ts'
import { readAttainment } from '../../../goals/goals/read-attainment.ts'
import { listPlans } from '../../../goals/plans/list-plans.ts'

/**
 * Expected end ÷ target of the year's goal that reaches furthest, in the newest plan of the year. Shape: null without a plan,
 * a goal or a forecast; the goal tree itself says where the gap comes from.
 */
export async function readGoalPace(context: Context, store: Store): Promise<{ value: number | null; sample: number }> {
  const year = Number(businessDayOf(context.clock.now(), store.timezone).slice(0, 4))
  const plan = (await listPlans(context, store.id)).find((one) => one.year === year)
  if (!plan) return { value: null, sample: 0 }
  const { rows } = await readAttainment(context, store, plan.id, {})
  const [whole] = rows
    .filter(({ end, target }) => end !== null && target !== null && target > 0)
    .toSorted((a, b) => b.daysGone + b.daysLeft - (a.daysGone + a.daysLeft) || (b.target ?? 0) - (a.target ?? 0))
  if (!whole?.end || !whole.target) return { value: null, sample: 0 }
  return { value: whole.end.mean / whole.target, sample: 1 }
}
