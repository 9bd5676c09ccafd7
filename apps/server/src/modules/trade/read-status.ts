import { CoreDamage, type TradeStatus } from '@zhanggui/contract'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import { hasTradeCore, tradeCoreOf } from './core/trade-core-of.ts'

/** How the shop's order core is, also when it could not be started. */
export async function readTradeStatus(context: Context, store: string): Promise<TradeStatus> {
  if (!hasTradeCore(context, store)) return { state: 'none' }
  try {
    return { state: 'running', figures: await (await tradeCoreOf(context, store)).figures() }
  } catch (cause) {
    if (!(cause instanceof ApiFailure) || cause.code !== 'trade_damaged') throw cause
    return { state: 'damaged', damage: CoreDamage.parse(cause.facts) }
  }
}
