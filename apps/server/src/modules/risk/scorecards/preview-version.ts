import { PreviewRisk, type RiskPreview } from '@zhanggui/contract'
import { previewThresholds, scorecardWords, scoreWith } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readPastOrders } from '../orders/past-orders.ts'
import { readVersionBody } from './read-standing.ts'
import { toCoreBins } from './to-bins.ts'

/** What a version with these two thresholds would have done to the shop's past orders. Errors: throws `not_found`. */
export async function previewVersion(context: Context, store: string, input: PreviewRisk): Promise<RiskPreview> {
  const { version, ...thresholds } = parseInput(PreviewRisk, input)
  const { bins } = await readVersionBody(context.records.db, store, version)
  const words = scorecardWords(toCoreBins(bins))
  const past = await readPastOrders(context, store)
  return previewThresholds(
    past.map(({ cents, fraud, features }) => ({ cents, fraud, score: scoreWith(words, features) })),
    thresholds,
  )
}
