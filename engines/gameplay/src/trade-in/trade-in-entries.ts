import { type Entry, entry, payableTo } from '../programme/ledger.ts'
import type { TradeIn } from './terms.ts'

const BUYERS = payableTo('buyers')

/** Estimate and subsidy come off the new order at once; the old item is owed to the shop from then on. */
export const promised = (caseId: string, { estimateCents, subsidyCents }: TradeIn): Entry =>
  entry(`${caseId}/promise`, '旧品估价与补贴抵扣', [
    { account: 'incoming', cents: estimateCents },
    { account: 'subsidy', cents: subsidyCents },
    { account: 'orders', cents: -estimateCents - subsidyCents },
  ])

/**
 * What is due between shop and buyer after inspection; positive: to the buyer. The difference of the item's worth, and the subsidy
 * back when the item is worth nothing.
 */
export const differenceOf = ({ estimateCents, subsidyCents }: TradeIn, worthCents: number): number =>
  worthCents - estimateCents - (worthCents === 0 ? subsidyCents : 0)

/** The old item is in stock at its worth, the difference owed one way or the other. */
export function settled(caseId: string, tradeIn: TradeIn, worthCents: number): Entry {
  const withdrawnCents = worthCents === 0 ? tradeIn.subsidyCents : 0
  return entry(`${caseId}/settle`, '验机结算', [
    { account: 'recycled', cents: worthCents },
    { account: 'incoming', cents: -tradeIn.estimateCents },
    { account: 'subsidy', cents: -withdrawnCents },
    { account: BUYERS, cents: -differenceOf(tradeIn, worthCents) },
  ])
}

/** No old item stays: what was taken off is owed by the buyer in full. */
export const chargedBack = (caseId: string, memo: string, { estimateCents, subsidyCents }: TradeIn): Entry =>
  entry(`${caseId}/charge-back`, memo, [
    { account: BUYERS, cents: estimateCents + subsidyCents },
    { account: 'incoming', cents: -estimateCents },
    { account: 'subsidy', cents: -subsidyCents },
  ])
