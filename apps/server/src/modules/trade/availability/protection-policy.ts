import type { GuardOptions, TurnstileOptions } from '@zhanggui/orders'
import type { ServiceDeskOptions } from '../degrade/service-desk.ts'
import type { SiteLeaverOptions } from './leave-site.ts'

/** Bounds of what stands before the orders of a server, where they are to be other than the product ships them: in rehearsals. */
export type ProtectionPolicy = {
  service?: ServiceDeskOptions
  turnstile?: Partial<TurnstileOptions>
  sources?: Partial<GuardOptions>
  leaving?: SiteLeaverOptions
}
