import type { PromotionFinding, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { promotionsWithin } from '../price/rules-in-force.ts'
import { type Neighbour, problemsBeside } from './problems-beside.ts'
import { searchRules } from './search-rules.ts'

const instant = (ms: number): string => new Date(ms).toISOString()

/** The other promotions of the shop that are in force at some time of this one. */
export async function neighboursOf(context: Context, store: string, own: Neighbour): Promise<Neighbour[]> {
  const range = { fromMs: Date.parse(own.from), untilMs: Date.parse(own.until) }
  const others = await promotionsWithin(context, store, range)
  return others
    .filter(({ id }) => id !== own.id)
    .map(({ fromMs, untilMs, ...rest }) => ({ ...rest, from: instant(fromMs), until: instant(untilMs) }))
}

/**
 * Everything that is found in a promotion before it is published. Rules that do not hold are told first and alone: nothing can be
 * searched under them.
 */
export async function findProblems(
  context: Context,
  store: Store,
  own: Neighbour,
  skuIds?: readonly string[],
): Promise<PromotionFinding[]> {
  const beside = await neighboursOf(context, store.id, own)
  const certain = problemsBeside(own, beside)
  if (certain.length > 0) return certain
  return (await searchRules(context, store, { own, beside, skuIds })).findings
}
