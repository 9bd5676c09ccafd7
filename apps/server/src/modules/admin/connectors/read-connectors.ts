import type { ConnectorInfo, ConnectorState, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import type { Connector, ConnectorUse } from './connector.ts'
import { INCOMING_CONNECTORS } from './incoming-connectors.ts'
import { MESSAGE_CONNECTORS } from './message-connectors.ts'
import { PAYMENTS } from './trade-connectors.ts'

/** Every place where this system touches an outside one (P16.12). */
export const CONNECTORS: readonly Connector[] = [PAYMENTS, ...MESSAGE_CONNECTORS, ...INCOMING_CONNECTORS]

/** One real connection among simulated ones is real: something leaves the house. */
const stateOf = ({ real, simulated }: ConnectorUse): ConnectorState =>
  real > 0 ? 'real' : simulated > 0 ? 'simulated' : 'off'

/** How every connector stands in a shop, in the order of the list. */
export function readConnectors(context: Context, store: Store): Promise<ConnectorInfo[]> {
  return Promise.all(
    CONNECTORS.map(async ({ use, ...about }) => {
      const used = await use(context, store)
      return { ...about, ...used, state: stateOf(used) }
    }),
  )
}
