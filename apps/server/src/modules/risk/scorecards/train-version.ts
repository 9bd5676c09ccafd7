import { type RiskScorecardBody, TrainRiskScorecard } from '@zhanggui/contract'
import {
  areaUnderCurve,
  DEFAULT_TRAINING,
  type LabelledOrder,
  scorecardWords,
  scoreWith,
  type TrainingOptions,
  trainScorecard,
} from '@zhanggui/orders'
import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { type PastOrder, readPastOrders } from '../orders/past-orders.ts'
import { riskScorecards } from '../schema.ts'
import { SCORECARD_ID, SCORECARDS } from './scorecard-records.ts'
import { toNamedBins } from './to-bins.ts'

/** Fewer say more about chance than about fraud. */
export const NEED = { frauds: 20, honest: 200 }

/** A quarter at the end is kept aside to see what a card is worth that was learnt from the rest. */
const ASIDE = 0.25

type Known = PastOrder & LabelledOrder

const isKnown = (order: PastOrder): order is Known => order.fraud !== null

const hasBoth = (orders: readonly Known[]): boolean => new Set(orders.map(({ fraud }) => fraud)).size === 2

/** The area under the curve on the last quarter, by a card learnt from what came before; null where either part has one kind only. */
function areaAside(known: readonly Known[], options: TrainingOptions): number | null {
  const cut = Math.floor(known.length * (1 - ASIDE))
  const [before, after] = [known.slice(0, cut), known.slice(cut)]
  if (!hasBoth(before) || !hasBoth(after)) return null
  const words = scorecardWords(trainScorecard(before, 1, options).bins)
  return areaUnderCurve(after.map(({ features, fraud }) => ({ score: scoreWith(words, features), fraud })))
}

function learn(known: readonly Known[], options: TrainingOptions): RiskScorecardBody {
  const frauds = known.filter(({ fraud }) => fraud).length
  const orders = known.length - frauds
  if (frauds < NEED.frauds || orders < NEED.honest)
    throw new ApiFailure('risk_few_labels', { frauds, orders, needFrauds: NEED.frauds, needOrders: NEED.honest })
  const { verifyFrom, denyFrom, bins } = trainScorecard(known, 1, options)
  const until = known.at(-1)?.at ?? new Date(0)
  const learntFrom = { orders: known.length, frauds, auc: areaAside(known, options), until: until.toISOString() }
  return { verifyFrom, denyFrom, bins: toNamedBins(bins), learntFrom }
}

/**
 * Learns the shop's next version from its own orders; it judges nobody before it is put in force.
 * Errors: throws `invalid_request`, `risk_few_labels`, `stale_version` when another was written meanwhile.
 */
export async function trainVersion(context: Context, caller: ResourceCaller, input: TrainRiskScorecard): Promise<void> {
  const { verifyShareMax, denyShareMax, reason } = parseInput(TrainRiskScorecard, input)
  const [row] = await context.records.db
    .select({ version: riskScorecards.version })
    .from(riskScorecards)
    .where(eq(riskScorecards.store, caller.store))
  const past = await readPastOrders(context, caller.store)
  const body = learn(past.filter(isKnown), { ...DEFAULT_TRAINING, verifyShareMax, denyShareMax })
  await SCORECARDS.put(context, caller, { id: SCORECARD_ID, version: row?.version ?? 0, body, own: {}, reason })
}
