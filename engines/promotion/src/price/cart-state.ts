import type { Buyer, Cart, CartLine, ShippingFee, Ticket } from '../cart/cart.ts'
import type { CompiledRule } from '../rules/compile-rules.ts'
import type { Members } from './members.ts'
import type { Cut, Granted, Outcome } from './priced-cart.ts'

/** A cart on its way through the pipeline: parallel arrays over lines in the order of their ids. Amounts in fen, whole lines. */
export type CartState = {
  readonly cart: Cart
  readonly atMs: number
  readonly buyer: Buyer
  readonly lines: readonly CartLine[]
  /** Lines of each scope that was asked for, shared by all copies of the state. */
  readonly members: (Members | undefined)[]
  readonly listed: readonly number[]
  /** Lowest that a line may come to. */
  floor: number[]
  activity: number[]
  remaining: number[]
  freeUnits: number[]
  /** What the units pay that a bundle or a limited price has taken. */
  takenCents: number[]
  /** What others than the shop bear of each line's cuts. */
  borneByOthers: number[]
  /** Levels that a line is kept out of, one bit each, and the rule that did it last. */
  blocked: number[]
  blockedBy: (string | undefined)[]
  /** Levels that any line is kept out of. */
  blockedLevels: number
  cuts: Cut[][]
  readonly fees: readonly ShippingFee[]
  feesLeft: number[]
  feeCuts: Cut[][]
  outcomes: Outcome[]
  grants: Granted[]
  /** Amounts only, no cuts and no reasons: for searches that go many ways and keep one. */
  readonly isQuiet: boolean
}

const byLineId = (a: CartLine, b: CartLine): number => (a.lineId < b.lineId ? -1 : a.lineId > b.lineId ? 1 : 0)

/** The order of the lines must not matter, so they are put in the order of their ids before anything is split. */
function inOrder(lines: readonly CartLine[]): readonly CartLine[] {
  for (let i = 1; i < lines.length; i++)
    if ((lines[i - 1] as CartLine).lineId > (lines[i] as CartLine).lineId) return [...lines].sort(byLineId)
  return lines
}

const feesInOrder = (fees: readonly ShippingFee[]): readonly ShippingFee[] =>
  fees.length < 2 ? fees : [...fees].sort((a, b) => (a.shopId < b.shopId ? -1 : 1))

export function openState(cart: Cart, atMs: number, isQuiet = false): CartState {
  const lines = inOrder(cart.lines)
  const listed: number[] = []
  const floor: number[] = []
  const freeUnits: number[] = []
  const takenCents: number[] = []
  const borneByOthers: number[] = []
  const blocked: number[] = []
  const blockedBy: (string | undefined)[] = []
  const cuts: Cut[][] = []
  // One walk instead of eight: opening a cart is a good part of pricing a small one.
  for (const line of lines) {
    const amount = line.unitCents * line.quantity
    listed.push(amount)
    floor.push(Math.min((line.floorCents ?? 0) * line.quantity, amount))
    freeUnits.push(line.quantity)
    takenCents.push(0)
    borneByOthers.push(0)
    blocked.push(0)
    blockedBy.push(undefined)
    cuts.push([])
  }
  const fees = feesInOrder(cart.shipping ?? [])
  return {
    cart,
    atMs,
    buyer: cart.buyer ?? {},
    lines,
    members: [],
    listed,
    floor,
    activity: listed.slice(),
    remaining: listed.slice(),
    freeUnits,
    takenCents,
    borneByOthers,
    blocked,
    blockedBy,
    blockedLevels: 0,
    cuts,
    fees,
    feesLeft: fees.map((fee) => fee.feeCents),
    feeCuts: fees.map(() => []),
    outcomes: [],
    grants: [],
    isQuiet,
  }
}

/** A copy that can go another way; what is written into the one is not seen in the other. */
export function copyState(state: CartState): CartState {
  return {
    ...state,
    floor: state.floor.slice(),
    activity: state.activity.slice(),
    remaining: state.remaining.slice(),
    freeUnits: state.freeUnits.slice(),
    takenCents: state.takenCents.slice(),
    borneByOthers: state.borneByOthers.slice(),
    blocked: state.blocked.slice(),
    blockedBy: state.blockedBy.slice(),
    cuts: state.isQuiet ? state.cuts : state.cuts.map((cuts) => cuts.slice()),
    feesLeft: state.feesLeft.slice(),
    feeCuts: state.isQuiet ? state.feeCuts : state.feeCuts.map((cuts) => cuts.slice()),
    outcomes: state.isQuiet ? state.outcomes : state.outcomes.slice(),
    grants: state.grants.slice(),
  }
}

export const ticketOf = (cart: Cart, ruleId: string): Ticket | undefined =>
  cart.tickets?.find((t) => t.ruleId === ruleId)

/** What a rule is held against on a line. */
export function baseOf(state: CartState, { thresholdBase }: CompiledRule): readonly number[] {
  if (thresholdBase === 'activity') return state.activity
  return thresholdBase === 'remaining' ? state.remaining : state.listed
}
