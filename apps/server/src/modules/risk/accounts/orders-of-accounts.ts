import type { RiskAccount } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'

const ORDERS_SQL = `
SELECT
  toString(buyer) AS account,
  uniqExact(order_id) AS orders,
  toString(max(created_day)) AS last_day
FROM order_lines FINAL
WHERE store = {store:String} AND toString(buyer) IN {accounts:Array(String)}
GROUP BY buyer`

type Row = { account: string; orders: number | string; last_day: string }

/** Orders of each account, in the order of the accounts; one without any is told too. */
export async function ordersOfAccounts(
  context: Context,
  store: string,
  accounts: readonly string[],
): Promise<RiskAccount[]> {
  const rows = await context.facts.query<Row>(ORDERS_SQL, { store, accounts: [...accounts] })
  const known = new Map(rows.map((row) => [row.account, row]))
  return accounts.map((account) => {
    const row = known.get(account)
    return { account, orders: Number(row?.orders ?? 0), lastDay: row?.last_day ?? null }
  })
}
