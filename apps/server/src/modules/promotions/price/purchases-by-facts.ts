import type { Context } from '../../../context.ts'
import { AskedTogether } from '../../../storage/asked-together.ts'

/** What the facts say of an account that ever paid: its tier at its last purchase, '' where none is known. */
export type Purchases = { tier: string }

/** A look-up of a few keys: more threads cost more than they do. */
const ALONE = 'SETTINGS max_threads = 1'

/** Most who come to a sale are new: whether any line ever named one of the accounts is asked first, and costs a third. */
const SEEN_SQL = `
SELECT 1 AS seen
FROM order_lines
WHERE store = {store:String} AND buyer IN {accounts:Array(UInt64)}
LIMIT 1
${ALONE}`

/**
 * Lines are sorted by day and order. Whose keys ever named one of the accounts are found without settling which row of a key counts,
 * and only those few keys are settled: settling all of a shop's lines for each price would take time that grows with the shop.
 */
const PURCHASES_SQL = `
SELECT
  toString(buyer) AS account,
  argMaxIf(member_tier, created_at, member_tier != '') AS tier
FROM order_lines FINAL
WHERE store = {store:String}
  AND (created_day, order_id) GLOBAL IN (
    SELECT created_day, order_id
    FROM order_lines
    WHERE store = {store:String} AND buyer IN {accounts:Array(UInt64)}
  )
  AND buyer IN {accounts:Array(UInt64)}
  AND paid_day IS NOT NULL
GROUP BY account
${ALONE}`

async function readPurchases(
  { facts }: Context,
  store: string,
  accounts: readonly string[],
): Promise<Map<string, Purchases>> {
  // 64-bit numbers as text that reads as a list of them: quoted ones would be no numbers.
  const asked = { store, accounts: `[${accounts.join(',')}]` }
  if ((await facts.query(SEEN_SQL, asked)).length === 0) return new Map()
  const rows = await facts.query<{ account: string; tier: string }>(PURCHASES_SQL, asked)
  return new Map(rows.map(({ account, tier }) => [account, { tier }]))
}

const desksOf = new WeakMap<Context['facts'], Map<string, AskedTogether<Purchases>>>()

/** Shape: those of the accounts that ever paid. Prices that are asked for at once look their buyers up together. */
export async function purchasesOf(
  context: Context,
  store: string,
  accounts: readonly string[],
): Promise<Map<string, Purchases>> {
  const desks = desksOf.get(context.facts) ?? new Map<string, AskedTogether<Purchases>>()
  desksOf.set(context.facts, desks)
  const desk = desks.get(store) ?? new AskedTogether((all) => readPurchases(context, store, all))
  desks.set(store, desk)
  // Whoever was forgotten, or is nobody, has a name and no hash.
  const hashed = accounts.filter((account) => /^[0-9]+$/.test(account))
  if (hashed.length === 0) return new Map()
  const found = await desk.of(hashed)
  return new Map([...found].filter(([account]) => accounts.includes(account)))
}
