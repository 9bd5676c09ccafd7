import type { CartLine } from '../cart/cart.ts'
import { firstUnits } from '../share/unit-share.ts'
import type { Basket, ParamProblem, Verdict } from './mechanic.ts'
import { count, optional } from './params.ts'

/** Most units that one buyer may have at the price, over all orders. */
export type UnitLimit = { unitsPerBuyer?: number }

export const checkUnitLimit = (params: Readonly<Record<string, unknown>>): ParamProblem[] =>
  optional(params, 'unitsPerBuyer', () => count(params, 'unitsPerBuyer'))

export const isLimited = ({ unitsPerBuyer }: UnitLimit): boolean => unitsPerBuyer !== undefined

/** Units that one line has no use for go to the next, so with less in the cart a limited price may take more; all at the most. */
export const mostOfLimited = (params: UnitLimit, { mostCents }: Basket): number | undefined =>
  isLimited(params) ? mostCents : undefined

/** What so many units of a line, which pay `amount` together, get off. */
export type CutOf = (amount: number, units: number, line: CartLine) => number

/** Off each unit alike, rounded for one unit as a shop shows its price; units that pay a fen more are rounded by themselves. */
export function cutEach(amount: number, units: number, cutOfOne: (cents: number) => number): number {
  const dearer = amount % units
  const one = (amount - dearer) / units
  const cut = cutOfOne(one) * (units - dearer)
  return dearer === 0 ? cut : cut + cutOfOne(one + 1) * dearer
}

function cutAll({ lines, remainingCents }: Basket, cutOf: CutOf): number[] {
  const off: number[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as CartLine
    off.push(
      Math.min(Math.max(0, cutOf(remainingCents[i] as number, line.quantity, line)), remainingCents[i] as number),
    )
  }
  return off
}

/** Units that the limit still allows go to the lines in their order; they are used up and serve no bundle. */
function cutLimited({ lines, freeUnits, freeCents }: Basket, allowed: number, cutOf: CutOf) {
  let left = allowed
  const takes: number[] = []
  const offByLine: number[] = []
  for (const [i, line] of lines.entries()) {
    const free = freeUnits[i] as number
    const units = Math.min(left, free)
    const amount = units === 0 ? 0 : firstUnits(freeCents[i] as number, free, units)
    const off = units === 0 ? 0 : Math.min(amount, Math.max(0, cutOf(amount, units, line)))
    offByLine.push(off)
    takes.push(off === 0 ? 0 : units)
    if (off > 0) left -= units
  }
  return { offByLine, takes }
}

const isNothing = (off: readonly number[]): boolean => off.every((cents) => cents === 0)

/** A price of single units: off every unit, or off as many as the buyer may still have. */
export function cutUnits(basket: Basket, { unitsPerBuyer }: UnitLimit, cutOf: CutOf): Verdict {
  if (unitsPerBuyer === undefined) {
    const offByLine = cutAll(basket, cutOf)
    return isNothing(offByLine) ? { hit: false, reason: 'no_cheaper' } : { hit: true, offByLine }
  }
  const allowed = unitsPerBuyer - basket.unitsUsed
  if (allowed <= 0) return { hit: false, reason: 'unit_limit_reached' }
  const cut = cutLimited(basket, allowed, cutOf)
  return isNothing(cut.offByLine) ? { hit: false, reason: 'no_cheaper' } : { hit: true, ...cut }
}
