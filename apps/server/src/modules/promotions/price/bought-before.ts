import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { TIERS } from '../../members/tiers.ts'
import { promotionOrders } from '../orders/schema.ts'
import { purchasesOf } from './purchases-by-facts.ts'

async function rankOf(context: Context, store: string, tier: string): Promise<number> {
  if (tier === '') return 0
  const rows = await readAllRows(context, TIERS, store)
  return Number(rows.find(({ data }) => data.name === tier)?.data.rank ?? 0)
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
  const paidByFacts = await purchasesOf(context, store, accounts)
  const tier = await rankOf(context, store, paidByFacts.get(accounts[0] ?? '')?.tier ?? '')
  return { isNew: paidByFacts.size === 0 && !(paidHere ?? (await askPaidHere(context, store, accounts))), tier }
}
