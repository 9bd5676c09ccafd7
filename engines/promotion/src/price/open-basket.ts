import type { CartLine, ShippingFee } from '../cart/cart.ts'
import type { Basket } from '../mechanics/mechanic.ts'
import type { CompiledRule } from '../rules/compile-rules.ts'
import { baseOf, type CartState, ticketOf } from './cart-state.ts'

/** The lines of a cart that take part in a rule, and where they stand in it. */
export type OpenBasket = {
  basket: Basket
  at: readonly number[]
  feesAt: readonly number[]
  blockedBy: string | undefined
}

function openFees(state: CartState, lines: readonly CartLine[]): { feesAt: number[]; shipping: ShippingFee[] } {
  const feesAt: number[] = []
  const shipping: ShippingFee[] = []
  for (let i = 0; i < state.fees.length; i++) {
    const fee = state.fees[i] as ShippingFee
    if (!lines.some((line) => line.shopId === fee.shopId)) continue
    feesAt.push(i)
    shipping.push({ shopId: fee.shopId, feeCents: (state.feesLeft[i] ?? 0) as ShippingFee['feeCents'] })
  }
  return { feesAt, shipping }
}

/** What a rule sees of the cart. A line that an earlier rule keeps out of the level neither counts nor pays less. */
export function openBasket(state: CartState, compiled: CompiledRule): OpenBasket {
  const bit = 1 << compiled.levelIndex
  const base = baseOf(state, compiled)
  const at: number[] = []
  const lines: CartLine[] = []
  const baseCents: number[] = []
  const remainingCents: number[] = []
  const freeUnits: number[] = []
  let baseSum = 0
  let remainingSum = 0
  let units = 0
  let blockedBy: string | undefined
  for (let i = 0; i < state.lines.length; i++) {
    const line = state.lines[i] as CartLine
    if (!compiled.takesPart(line)) continue
    if (((state.blocked[i] as number) & bit) !== 0) {
      blockedBy = state.blockedBy[i]
      continue
    }
    const remaining = state.remaining[i] as number
    at.push(i)
    lines.push(line)
    baseCents.push(base[i] as number)
    remainingCents.push(remaining)
    freeUnits.push(state.freeUnits[i] as number)
    baseSum += base[i] as number
    remainingSum += remaining
    units += line.quantity
  }
  const { feesAt, shipping } = openFees(state, lines)
  const { cart, atMs, buyer } = state
  const { ruleId } = compiled.rule
  const basket: Basket = {
    lines,
    baseCents,
    remainingCents,
    freeUnits,
    baseSum,
    remainingSum,
    units,
    shipping,
    cart,
    atMs,
    buyer,
    ticket: cart.tickets ? ticketOf(cart, ruleId) : undefined,
    unitsUsed: cart.unitsUsed?.[ruleId] ?? 0,
  }
  return { basket, at, feesAt, blockedBy }
}
