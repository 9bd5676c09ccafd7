import type { PriceCart, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Buyer } from '@zhanggui/promotion'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { hashPerson } from '../../admin/people/person-hash.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { TIERS } from '../../members/tiers.ts'
import { promotionOrders, promotionRuleBuyers } from '../orders/schema.ts'
import { readPosition } from '../points/post-points.ts'

type Uses = { timesUsed: Record<string, number>; unitsUsed: Record<string, number> }

/** A buyer as rules may see one, under the shop's keyed hash; never the id that was sent. */
export type KnownBuyer = { hash: string | null; buyer: Buyer } & Uses

const NOBODY: Uses = { timesUsed: {}, unitsUsed: {} }

const BOUGHT_SQL = `
SELECT
  count() AS orders,
  argMaxIf(member_tier, created_at, member_tier != '') AS tier
FROM order_lines FINAL
WHERE store = {store:String} AND buyer = toUInt64({buyer:String}) AND paid_day IS NOT NULL`

/** Whether the shop has sold to this buyer before (the one definition: ever paid here), and their tier at the last purchase. */
export async function boughtBefore(
  context: Context,
  store: string,
  hash: string,
): Promise<{ isNew: boolean; tier: number }> {
  const [row] = await context.facts.query<{ orders: number; tier: string }>(BOUGHT_SQL, { store, buyer: hash })
  const paidHere = and(
    eq(promotionOrders.store, store),
    eq(promotionOrders.buyer, hash),
    inArray(promotionOrders.state, ['paid', 'returned']),
  )
  const [ours] = await context.records.db
    .select({ id: promotionOrders.id })
    .from(promotionOrders)
    .where(paidHere)
    .limit(1)
  return { isNew: (row?.orders ?? 0) === 0 && !ours, tier: await rankOf(context, store, row?.tier ?? '') }
}

async function rankOf(context: Context, store: string, tier: string): Promise<number> {
  if (tier === '') return 0
  const rows = await readAllRows(context, TIERS, store)
  return Number(rows.find(({ data }) => data.name === tier)?.data.rank ?? 0)
}

async function usedBefore(context: Context, store: string, hash: string): Promise<Uses> {
  const rows = await context.records.db
    .select()
    .from(promotionRuleBuyers)
    .where(and(eq(promotionRuleBuyers.store, store), eq(promotionRuleBuyers.buyer, hash)))
  return {
    timesUsed: Object.fromEntries(rows.map(({ rule, times }) => [rule, times])),
    unitsUsed: Object.fromEntries(rows.map(({ rule, units }) => [rule, units])),
  }
}

/**
 * Whom a cart belongs to. With a `buyerId` the shop's own facts decide whether they are new, their tier, their points and what
 * they have used; what the question says of them counts only where no id is given, as for a price that is tried.
 * Errors: throws `invalid_request` for an id that says nothing.
 */
export async function readBuyer(context: Context, store: Store, asked: PriceCart['buyer']): Promise<KnownBuyer> {
  const { buyerId, ...given } = asked ?? {}
  if (buyerId === undefined) return { hash: null, buyer: given as Buyer, ...NOBODY }
  const { hash } = await hashPerson(context, store.id, buyerId)
  const facts = await boughtBefore(context, store.id, hash)
  const today = businessDayOf(context.clock.now(), store.timezone)
  const points = await readPosition(context.records.db, { store: store.id, buyer: hash }, today)
  const buyer = { ...facts, pointsBalance: Math.max(0, points.balance) }
  return { hash, buyer, ...(await usedBefore(context, store.id, hash)) }
}
