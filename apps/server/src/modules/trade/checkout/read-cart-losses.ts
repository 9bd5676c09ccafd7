import type { CartLossReport, Store } from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import { type CartOutcome, cartLosses } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import type { ShopDays } from '../shop-days.ts'
import { CART_COUNTS_SQL, CART_PEOPLE_SQL, SOON_HOURS } from './cart-paths-sql.ts'

type CountRow = { day: string; outcome: CartOutcome; hours: number; carts: string }
type PeopleRow = { people: string; bought: string }
type Reason = CartLossReport['reasons'][number]

const isReason = (row: { reason: CartOutcome; carts: number }): row is Reason =>
  row.reason !== 'bought' && row.reason !== 'open'

/**
 * What became of the items that visitors put into the cart on these days (P7.11), each from the first time it was put there; null where
 * nothing was. A window that is not over by the last event of the shop is open and counts neither way.
 */
export async function readCartLosses(
  context: Context,
  { id, timezone }: Store,
  { from, to, withinHours }: ShopDays & { withinHours: number },
): Promise<CartLossReport | null> {
  const params = {
    ...{ store: id, zone: timezone, hours: withinHours, from, to },
    // A window that begins on the last day ends on one of these.
    until: addDays(parseDay(to), Math.ceil(withinHours / 24) + 1),
    bounds: [...SOON_HOURS.filter((hours) => hours < withinHours), withinHours],
  }
  const rows = await context.facts.query<CountRow>(CART_COUNTS_SQL, params)
  if (rows.length === 0) return null
  const [people] = await context.facts.query<PeopleRow>(CART_PEOPLE_SQL, params)
  const { reasons, ...losses } = cartLosses(
    rows.map(({ day, outcome, hours, carts }) => ({ day, outcome, hours: hours || null, carts: Number(carts) })),
  )
  return {
    ...losses,
    withinHours,
    people: Number(people?.people),
    peopleBought: Number(people?.bought),
    reasons: reasons.filter(isReason),
  }
}
