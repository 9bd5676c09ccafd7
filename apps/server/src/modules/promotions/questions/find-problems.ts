import type { PromotionFinding, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { promotionsWithin } from '../price/rules-in-force.ts'
import { type Neighbour, problemsBeside } from './problems-beside.ts'

const instant = (ms: number): string => new Date(ms).toISOString()

/** The other promotions of the shop that are in force at some time of this one. */
export async function neighboursOf(context: Context, store: string, own: Neighbour): Promise<Neighbour[]> {
  const range = { fromMs: Date.parse(own.from), untilMs: Date.parse(own.until) }
  const others = await promotionsWithin(context, store, range)
  return others
    .filter(({ id }) => id !== own.id)
    .map(({ fromMs, untilMs, ...rest }) => ({ ...rest, from: instant(fromMs), until: instant(untilMs) }))
}

/** Everything that is found in a promotion before it is published, what stands in the way first. */
export async function findProblems(context: Context, store: Store, own: Neighbour): Promise<PromotionFinding[]> {
  return problemsBeside(own, await neighboursOf(context, store.id, own))
}
