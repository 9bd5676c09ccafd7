import type { Context } from '../../../context.ts'
import { forgottenKey } from '../../admin/people/forgotten-list.ts'

/** How the trail names an account: by another keyed hash than the shop's records do, so that the trail alone leads to nobody. */
export async function nameOfAccount(context: Context, store: string, account: string): Promise<string> {
  const [row] = await context.facts.query<{ name: string }>(
    'SELECT toString(sipHash64Keyed(({e0:UInt64}, {e1:UInt64}), {account:UInt64})) AS name',
    { account, ...forgottenKey(context, store) },
    { log_queries: 0 },
  )
  return row?.name ?? ''
}
