import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { TIERS } from '../../members/tiers.ts'
import { promotionOrders } from '../orders/schema.ts'

/**
 * Lines are sorted by day and order. Whose keys ever named one of the accounts are found without settling which row of a key counts,
 * and only those few keys are settled: settling all of a shop's lines for each price would take time that grows with the shop.
 */
const BOUGHT_SQL = `
SELECT
  count() AS orders,
  argMaxIf(member_tier, created_at, member_tier != '' AND buyer = {buyer:UInt64}) AS tier
FROM order_lines FINAL
WHERE store = {store:String}
  AND (created_day, order_id) GLOBAL IN (
    SELECT created_day, order_id
    FROM order_lines
    WHERE store = {store:String} AND buyer IN {accounts:Array(UInt64)}
  )
  AND buyer IN {accounts:Array(UInt64)}
  AND paid_day IS NOT NULL`

async function rankOf(context: Context, store: string, tier: string): Promise<number> {
  if (tier === '') return 0
  const rows = await readAllRows(context, TIERS, store)
  return Number(rows.find(({ data }) => data.name === tier)?.data.rank ?? 0)
}

/** What the facts say: whether any of the accounts ever paid, and the tier of the first at its last purchase. */
async function boughtByFacts(
  context: Context,
  store: string,
  accounts: readonly string[],
): Promise<{ paid: boolean; tier: number }> {
  // 64-bit numbers as text that reads as a list of them: quoted ones would be no numbers.
  const asked = { store, buyer: accounts[0] ?? '0', accounts: `[${accounts.join(',')}]` }
  const [row] = await context.facts.query<{ orders: number; tier: string }>(BOUGHT_SQL, asked)
  return { paid: (row?.orders ?? 0) > 0, tier: await rankOf(context, store, row?.tier ?? '') }
}

/** Whether one of the accounts has paid an order that this system priced: a condition that stands for itself in a statement. */
export const hasPaidHere = (store: string, accounts: readonly string[]) => {
  const ofPerson = and(eq(promotionOrders.store, store), inArray(promotionOrders.buyer, [...accounts]))
  const isPaid = inArray(promotionOrders.state, ['paid', 'returned'])
  return sql<boolean>`EXISTS (SELECT 1 FROM ${promotionOrders} WHERE ${and(ofPerson, isPaid)})`
}

async function askPaidHere({ records }: Context, store: string, accounts: readonly string[]): Promise<boolean> {
  const [row] = await records.db.select({ paid: hasPaidHere(store, accounts) }).from(sql`(SELECT 1) AS one`)
  return row?.paid ?? false
}

/**
 * Whether the shop has sold to this person before (the one definition: ever paid here, under any account that is theirs), and the
 * tier of this account at its last purchase. `accounts`: the account that asks, then the others. `paidHere` is asked for where the
 * caller does not know it.
 */
export async function boughtBefore(
  context: Context,
  store: string,
  accounts: readonly string[],
  paidHere?: boolean,
): Promise<{ isNew: boolean; tier: number }> {
  const { paid, tier } = await boughtByFacts(context, store, accounts)
  return { isNew: !paid && !(paidHere ?? (await askPaidHere(context, store, accounts))), tier }
}
