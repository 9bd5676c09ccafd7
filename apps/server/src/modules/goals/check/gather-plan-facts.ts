import type { Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Plan, PlanFacts } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { readOverrides } from '../../budget/tree/overrides.ts'
import { followedRulesOf, readCountedOccasions } from '../../campaigns/calendar/read-shop-calendar.ts'
import { readAssumptions } from '../../insight/read-assumptions.ts'
import { readTools } from '../../traffic/read-tools.ts'
import { readMerchantFacts } from '../collaboration/read-contract.ts'
import { goalMetrics } from '../goals/goal-metrics.ts'
import { readObservedRanges } from './observed-ranges.ts'

/** What a plan of the shop is judged against: catalogues, calendar, registers and last year's data, as of today. */
export async function gatherPlanFacts(context: Context, store: Store, plan: Plan): Promise<PlanFacts> {
  const today = businessDayOf(context.clock.now(), store.timezone)
  return {
    today,
    platform: store.platform,
    metrics: [...goalMetrics({ measures: [] }).values()],
    observed: await readObservedRanges(context, store, plan, today),
    occasions: followedRulesOf(store, await readCountedOccasions(context, store.id)),
    tools: await readTools(context, store.id),
    assumptions: await readAssumptions(context, store),
    stageOverrides: await readOverrides(context.records.db, { store: store.id, plan: plan.id }),
    ...(await readMerchantFacts(context, store.id)),
  }
}
