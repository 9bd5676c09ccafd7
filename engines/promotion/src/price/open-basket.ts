import type { CartLine, ShippingFee } from '../cart/cart.ts'
import type { Basket } from '../mechanics/mechanic.ts'
import type { Candidate } from './candidates.ts'
import { baseOf, type CartState, ticketOf } from './cart-state.ts'
import { type Members, membersOf } from './members.ts'

/** The lines of a cart that take part in a rule, and where they stand in it. */
export type OpenBasket = {
  basket: Basket
  at: readonly number[]
  feesAt: readonly number[]
  /** What each line can still give: down to its floor, and never below nothing. */
  room: readonly number[]
  blockedBy: string | undefined
}

const NO_FEES: { feesAt: number[]; shipping: ShippingFee[] } = { feesAt: [], shipping: [] }

function openFees(state: CartState, lines: readonly CartLine[]): { feesAt: number[]; shipping: ShippingFee[] } {
  if (state.fees.length === 0) return NO_FEES
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

/** Without the lines that an earlier rule keeps out of the level: they neither count nor pay less. */
function withoutBlocked(state: CartState, members: Members, bit: number): Members & { blockedBy: string | undefined } {
  const at: number[] = []
  const lines: CartLine[] = []
  let units = 0
  let blockedBy: string | undefined
  for (const i of members.at) {
    if (((state.blocked[i] as number) & bit) !== 0) {
      blockedBy = state.blockedBy[i]
      continue
    }
    const line = state.lines[i] as CartLine
    at.push(i)
    lines.push(line)
    units += line.quantity
  }
  return { at, lines, units, blockedBy }
}

/** What the units of each line pay that nothing has taken yet. */
function freeCentsOf(state: CartState, at: readonly number[]): number[] {
  const free: number[] = []
  for (const i of at) free.push((state.remaining[i] as number) - (state.takenCents[i] as number))
  return free
}

const NONE: readonly number[] = []

/** What a rule sees of the cart. */
export function openBasket(state: CartState, { compiled, claimCents }: Candidate): OpenBasket {
  const { rule, usesUnits, levelIndex } = compiled
  const bit = 1 << levelIndex
  const members = membersOf(state, compiled)
  const open: Members & { blockedBy?: string | undefined } =
    (state.blockedLevels & bit) === 0 ? members : withoutBlocked(state, members, bit)
  const { at, lines, units, blockedBy } = open
  const base = baseOf(state, compiled)
  const baseCents: number[] = []
  const remainingCents: number[] = []
  const room: number[] = []
  let baseSum = 0
  let remainingSum = 0
  let roomSum = 0
  for (let k = 0; k < at.length; k++) {
    const i = at[k] as number
    const baseHere = base[i] as number
    const remaining = state.remaining[i] as number
    const roomHere = Math.max(0, remaining - (state.floor[i] as number))
    baseCents.push(baseHere)
    remainingCents.push(remaining)
    room.push(roomHere)
    baseSum += baseHere
    remainingSum += remaining
    roomSum += roomHere
  }
  const { feesAt, shipping } = openFees(state, lines)
  const { cart, atMs, buyer } = state
  const basket: Basket = {
    lines,
    baseCents,
    remainingCents,
    freeUnits: usesUnits ? at.map((i) => state.freeUnits[i] as number) : NONE,
    freeCents: usesUnits ? freeCentsOf(state, at) : NONE,
    baseSum,
    remainingSum,
    mostCents: Math.min(roomSum, rule.maxCents ?? Number.MAX_SAFE_INTEGER),
    units,
    shipping,
    cart,
    atMs,
    buyer,
    ticket: cart.tickets ? ticketOf(cart, rule.ruleId) : undefined,
    claimCents,
    granted: state.grants,
    unitsUsed: cart.unitsUsed?.[rule.ruleId] ?? 0,
  }
  return { basket, at, feesAt, room, blockedBy }
}
