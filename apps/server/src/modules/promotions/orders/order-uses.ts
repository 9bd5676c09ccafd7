import type { Cut, PricedCart } from '@zhanggui/promotion'
import type { Priced } from '../price/ask-price.ts'

/** What an order takes of one rule: at this shop's cost, for so many units. Other shops of a cross-shop order bear their own. */
export type OrderUse = { rule: string; coupon: string; promotion: string; costCents: number; units: number }

const shopPays = ({ paidBy }: Cut): number =>
  paidBy.reduce((sum, { payer, cents }) => sum + (payer === 'shop' ? cents : 0), 0)

type Taken = { costCents: number; units: number }

const ownCost = (cuts: readonly Cut[], isOwn: boolean): number =>
  isOwn ? cuts.reduce((sum, cut) => sum + shopPays(cut), 0) : 0

function takenBy({ lines, shipping }: PricedCart, store: string, isBy: (cut: Cut) => boolean): Taken {
  const taken = { costCents: 0, units: 0 }
  for (const line of lines) {
    const cuts = line.cuts.filter(isBy)
    taken.costCents += ownCost(cuts, line.shopId === store)
    if (cuts.length > 0) taken.units += line.quantity
  }
  for (const fee of shipping) taken.costCents += ownCost(fee.cuts.filter(isBy), fee.shopId === store)
  return taken
}

/** A limit on units counts those within it; what was beyond was sold at another price. */
function unitsWithin({ rules, resolved }: Priced, rule: string, units: number): number {
  const limit = rules.compiled.rules.get(rule)?.rule.params.unitsPerBuyer
  const before = resolved.cart.unitsUsed?.[rule] ?? 0
  return typeof limit === 'number' ? Math.max(0, Math.min(units, limit - before)) : units
}

/** Every rule that holds for an order, in the order of rule and coupon, so that two orders reserve in the same order. */
export function orderUses(store: string, order: Priced): OrderUse[] {
  const { priced, rules } = order
  const uses = priced.outcomes.flatMap((outcome): OrderUse[] => {
    if (!outcome.applied) return []
    const { ruleId, claimId } = outcome
    const { costCents, units } = takenBy(priced, store, (cut) => cut.ruleId === ruleId && cut.claimId === claimId)
    const promotion = rules.promotionOf.get(ruleId)?.id ?? ''
    return [{ rule: ruleId, coupon: claimId ?? '', promotion, costCents, units: unitsWithin(order, ruleId, units) }]
  })
  const keyOf = ({ rule, coupon }: OrderUse): string => `${rule}\n${coupon}`
  return uses.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** The shop's cost of an order by promotion, in the order of their ids. */
export function costByPromotion(
  uses: readonly Pick<OrderUse, 'promotion' | 'costCents'>[],
): { promotion: string; cents: number }[] {
  const sums = new Map<string, number>()
  for (const { promotion, costCents } of uses) sums.set(promotion, (sums.get(promotion) ?? 0) + costCents)
  return [...sums]
    .map(([promotion, cents]) => ({ promotion, cents }))
    .sort((a, b) => (a.promotion < b.promotion ? -1 : 1))
}
