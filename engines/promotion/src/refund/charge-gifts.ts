import { err, ok, type Result } from '@zhanggui/kernel'
import type { Granted } from '../price/priced-cart.ts'
import { withAmount } from './grant-amount.ts'
import type { RefundProblem, ReturnRequest } from './paid-order.ts'

type KeptGift = NonNullable<ReturnRequest['keepsGifts']>[number]
type Gift = Extract<Granted, { kind: 'gift' | 'giftChoice' }>

const isGift = (grant: Granted): grant is Gift => grant.kind === 'gift' || grant.kind === 'giftChoice'
const holds = (grant: Gift, skuId: string): boolean =>
  grant.kind === 'gift' ? grant.skuId === skuId : grant.skuIds.includes(skuId)

/** Takes the units that the buyer keeps off the gifts that are due; undefined when more is kept than is due. */
function keepGift(due: readonly Granted[], { skuId, units }: KeptGift): Granted[] | undefined {
  let toKeep = units
  const rest = due.map((grant) => {
    if (!isGift(grant) || !holds(grant, skuId)) return grant
    const kept = Math.min(grant.units, toKeep)
    toKeep -= kept
    return withAmount(grant, grant.units - kept)
  })
  return toKeep === 0 ? rest : undefined
}

/**
 * Gifts that are due come back or are paid for. Shape: what comes back, and what is charged for what the buyer keeps, fen.
 * Errors: `gift_not_due` for a gift that need not come back.
 */
export function chargeGifts(
  back: readonly Granted[],
  keepsGifts: readonly KeptGift[] = [],
): Result<{ back: Granted[]; chargeCents: number }, RefundProblem[]> {
  let due = [...back]
  let chargeCents = 0
  for (const gift of keepsGifts) {
    const rest = keepGift(due, gift)
    if (!rest) return err([{ code: 'gift_not_due', skuId: gift.skuId, units: gift.units }])
    due = rest
    chargeCents += gift.units * gift.unitCents
  }
  return ok({ back: due.filter((grant) => !isGift(grant) || grant.units > 0), chargeCents })
}
