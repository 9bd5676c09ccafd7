import type { PriceCart, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Buyer } from '@zhanggui/promotion'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { hashPerson } from '../../admin/people/person-hash.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { TIERS } from '../../members/tiers.ts'
import { promotionOrders, promotionRuleBuyers } from '../orders/schema.ts'
import { accountsOfPerson } from '../people/accounts-of-person.ts'
import { type HashedMark, hashMarks } from '../people/hash-marks.ts'
import { readPosition } from '../points/post-points.ts'

type Uses = { timesUsed: Record<string, number>; unitsUsed: Record<string, number> }

/** A buyer as rules may see one, under the shop's keyed hash; never the id that was sent. */
export type KnownBuyer = { hash: string | null; marks: readonly HashedMark[]; buyer: Buyer } & Uses

const NOBODY: Uses = { timesUsed: {}, unitsUsed: {} }

const BOUGHT_SQL = `
SELECT
  count() AS orders,
  argMaxIf(member_tier, created_at, member_tier != '' AND buyer = toUInt64({buyer:String})) AS tier
FROM order_lines FINAL
WHERE store = {store:String} AND toString(buyer) IN {accounts:Array(String)} AND paid_day IS NOT NULL`

/**
 * Whether the shop has sold to this person before (the one definition: ever paid here, under any account that is theirs), and the
 * tier of this account at its last purchase. `accounts`: the account that asks, then the others.
 */
export async function boughtBefore(
  context: Context,
  store: string,
  accounts: readonly string[],
): Promise<{ isNew: boolean; tier: number }> {
  const asked = { store, buyer: accounts[0] ?? '', accounts: [...accounts] }
  const [row] = await context.facts.query<{ orders: number; tier: string }>(BOUGHT_SQL, asked)
  const paidHere = and(
    eq(promotionOrders.store, store),
    inArray(promotionOrders.buyer, [...accounts]),
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

/** What a person has used of each rule, under all their accounts. */
async function usedBefore(context: Context, store: string, accounts: readonly string[]): Promise<Uses> {
  const { rule, times, units } = promotionRuleBuyers
  const rows = await context.records.db
    .select({ rule, times: sql<number>`sum(${times})::int`, units: sql<number>`sum(${units})::int` })
    .from(promotionRuleBuyers)
    .where(and(eq(promotionRuleBuyers.store, store), inArray(promotionRuleBuyers.buyer, [...accounts])))
    .groupBy(rule)
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
  const { buyerId, marks: words, ...given } = asked ?? {}
  if (buyerId === undefined) return { hash: null, marks: [], buyer: given as Buyer, ...NOBODY }
  const { hash } = hashPerson(context, store.id, buyerId)
  const marks = hashMarks(context, store.id, words)
  const at = context.clock.now()
  const accounts = await accountsOfPerson(context.records.db, { store: store.id, buyer: hash, marks, at })
  const facts = await boughtBefore(context, store.id, accounts)
  const today = businessDayOf(at, store.timezone)
  const points = await readPosition(context.records.db, { store: store.id, buyer: hash }, today)
  const buyer = { ...facts, pointsBalance: Math.max(0, points.balance) }
  return { hash, marks, buyer, ...(await usedBefore(context, store.id, accounts)) }
}
