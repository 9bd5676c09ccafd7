import type { ConnectorInfo, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'

/** How many of a connector's places are on in a shop, by what stands behind them. */
export type ConnectorUse = { real: number; simulated: number }

/**
 * A place where this system touches an outside one. None is on by itself: each is switched on, in a shop, on its page. A new adapter is a
 * declaration here before it opens its first connection; a test holds that nothing else does.
 */
export type Connector = Omit<ConnectorInfo, 'state' | keyof ConnectorUse> & {
  use(context: Context, store: Store): Promise<ConnectorUse>
}
