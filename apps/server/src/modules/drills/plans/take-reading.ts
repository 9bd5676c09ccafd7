import { PlanReading, type TakenReading } from '@zhanggui/contract'
import { findPlanMetric, PLAN_METRICS } from '@zhanggui/drills'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { planReadings } from '../schema.ts'

const MINUTE_MS = 60_000

/**
 * A figure that no fact of the shop says, as it is this minute; reported again, the last one stands.
 * Errors: throws `not_found` with the figures that can be reported.
 */
export async function takeReading(
  context: Context,
  { store, actor }: ResourceCaller,
  input: PlanReading,
): Promise<TakenReading> {
  const { metric, value, sample } = parseInput(PlanReading, input)
  if (!findPlanMetric(metric))
    throw new ApiFailure('not_found', {
      what: `plan-metrics/${metric} (${PLAN_METRICS.map(({ id }) => id).join(', ')})`,
    })
  const minute = Math.floor(context.clock.now().getTime() / MINUTE_MS)
  const row = { store, metric, minute, value, sample, madeBy: actor }
  const target = [planReadings.store, planReadings.metric, planReadings.minute]
  await context.records.db.insert(planReadings).values(row).onConflictDoUpdate({ target, set: row })
  return { metric, minute: new Date(minute * MINUTE_MS).toISOString() }
}
