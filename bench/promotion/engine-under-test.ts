import type { Workload } from './workload.ts'

/** What a cart came to: enough to see that an engine did the work. Amounts in fen, fractions where an engine makes them. */
export type Answer = { cutCents: number; adjustments: number }

/** An engine with its carts and promotions prepared; pricing starts with the call. `cart` is the place in the workload. */
export type PreparedEngine = { price(cart: number): Answer | Promise<Answer> }
export type EngineUnderTest = { prepare(workload: Workload): PreparedEngine | Promise<PreparedEngine> }
