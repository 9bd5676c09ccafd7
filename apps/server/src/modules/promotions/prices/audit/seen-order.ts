import type { Cart, PriceSeen, Rule } from '@zhanggui/promotion'
import type { OrderRow } from '../../orders/schema.ts'
import { momentOf } from './moment-of.ts'

/** An order as the audit compares it. `ruleSet` names the state of the rules that priced it. */
export type SeenOrder = { orderId: string; ruleSet: string; moment: string; seen: PriceSeen; rules: readonly Rule[] }

/** A limit of a buyer is a public condition where a rule has one; what else was bought before must make no difference. */
function limitsOnly(uses: Readonly<Record<string, number>> | undefined, limited: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(uses ?? {}).filter(([rule]) => limited.has(rule)))
}

/**
 * New or not, and which tier, only count as conditions where a published rule asks for them; otherwise they explain no
 * difference, and buyers of every kind are compared with one another.
 */
function publicFacts({ isNew, tier, ...rest }: NonNullable<Cart['buyer']>, rules: readonly Rule[]) {
  const asksNew = rules.some(({ when }) => when?.isNewBuyer !== undefined)
  const asksTier = rules.some(({ when, mechanic }) => when?.minTier !== undefined || mechanic === 'memberPrice')
  return { ...rest, ...(asksNew && { isNew }), ...(asksTier && { tier }) }
}

function comparable(cart: Cart, rules: readonly Rule[], buyerId: string): PriceSeen['cart'] {
  const ids = (hasLimit: (rule: Rule) => boolean) => new Set(rules.filter(hasLimit).map(({ ruleId }) => ruleId))
  return {
    ...cart,
    buyer: { ...publicFacts(cart.buyer ?? {}, rules), buyerId } as PriceSeen['cart']['buyer'],
    timesUsed: limitsOnly(
      cart.timesUsed,
      ids(({ timesPerBuyer }) => timesPerBuyer !== undefined),
    ),
    unitsUsed: limitsOnly(
      cart.unitsUsed,
      ids(({ params }) => typeof params.unitsPerBuyer === 'number'),
    ),
  }
}

/** Short enough to say, long enough to tell buyers apart; the hash leads back to nobody. */
const shortOf = (buyer: string | null, orderId: string): string => (buyer === null ? `#${orderId}` : buyer.slice(0, 8))

export function seenOrder(row: OrderRow, priceTurns: readonly number[]): SeenOrder {
  const { cart, rules, answer } = row.price
  const moment = momentOf(cart.at, rules, priceTurns)
  const buyerId = shortOf(row.buyer, row.id)
  const seen = { cart: { ...comparable(cart, rules, buyerId), at: moment }, payableCents: row.payableCents }
  return { orderId: row.id, ruleSet: `${answer.pipeline} ${answer.ruleSet}`, moment, seen, rules }
}
