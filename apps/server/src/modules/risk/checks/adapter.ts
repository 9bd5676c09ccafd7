import type { Context } from '../../../context.ts'
import type { CheckSettings } from './check-settings.ts'
import { gatewayAdapter } from './gateway-adapter.ts'
import { simulatorAdapter } from './simulator-adapter.ts'

export type CheckMessage = { orderId: string; code: string; until: Date }

/**
 * How a one-time code reaches the buyer. The code is in the message and nowhere else.
 * Errors: throws where the message did not get away; the order then waits until its time is over and lets its stock go.
 */
export type CheckAdapter = { send(message: CheckMessage): Promise<void> }

/** Every way to reach a buyer; the resource's choices name the same. */
export const checkAdapterOf = (context: Context, store: string, settings: CheckSettings): CheckAdapter =>
  settings.adapter === 'gateway' ? gatewayAdapter(context, store, settings.gateway) : simulatorAdapter(context, store)
