import type { CartState } from '../price/cart-state.ts'
import { type Bound, claimsNeeded, leastOfLine, leastToPay } from './bound.ts'

/** What a search makes as low as it can, and what it knows of it before the end. */
export type Aim = {
  pays(state: CartState): number
  /** Never above what any way from here ends with. */
  least(bound: Bound, state: CartState): number
  /** Never above the claims that it takes to come down to a target. */
  claimsNeeded(bound: Bound, cents: { payCents: number; targetCents: number }): number
}

function sum(parts: readonly number[]): number {
  let total = 0
  for (let i = 0; i < parts.length; i++) total += parts[i] as number
  return total
}

/** The whole cart with its shipping. */
export const WHOLE_CART: Aim = {
  pays: ({ remaining, feesLeft }) => sum(remaining) + sum(feesLeft),
  least: leastToPay,
  claimsNeeded,
}

const lineAt = ({ lines }: CartState, lineId: string): number => lines.findIndex((line) => line.lineId === lineId)

/** What the shop receives for one line: paid by the buyer, and borne by others. A later cut takes all from it at the most. */
export function receivedForLine(lineId: string): Aim {
  const borne = (state: CartState): number => state.borneByOthers[lineAt(state, lineId)] ?? 0
  const { pays, least } = oneLine(lineId)
  return {
    pays: (state) => pays(state) + borne(state),
    least: (bound, state) => least(bound, state) + borne(state),
    claimsNeeded: () => 0,
  }
}

/** One line, whatever the others pay. */
export function oneLine(lineId: string): Aim {
  const at = (state: CartState): number => lineAt(state, lineId)
  return {
    pays: (state) => state.remaining[at(state)] ?? 0,
    least: (bound, state) => leastOfLine(bound, state, at(state)),
    claimsNeeded: () => 0,
  }
}
