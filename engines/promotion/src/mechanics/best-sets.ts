import { shareOut } from '../share/share-out.ts'
import { centsOf, type Run, takeUnits, unitsOf } from './dearest-units.ts'
import type { Hit } from './mechanic.ts'

/** One place of a set: the units that may fill it, dearest first, and how many of them a set needs. */
export type SetPart = { runs: readonly Run[]; units: number }

const costOf = (parts: readonly SetPart[], sets: number): number =>
  parts.reduce((sum, { runs, units }) => sum + centsOf(takeUnits(runs, units * sets)), 0)

/** How many sets the units are enough for. */
export const setsWithin = (parts: readonly SetPart[]): number =>
  parts.reduce((least, { runs, units }) => Math.min(least, Math.floor(unitsOf(runs) / units)), Number.MAX_SAFE_INTEGER)

/**
 * Sets that are worth their price. The dearest units go into the first sets, so each set saves no more than the one before, and
 * the last one that saves anything is found by halving.
 */
export function worthwhileSets(parts: readonly SetPart[], priceCents: number, most: number): number {
  let low = 0
  let high = Math.min(most, setsWithin(parts))
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const isWorth = costOf(parts, middle) - costOf(parts, middle - 1) > priceCents
    if (isWorth) low = middle
    else high = middle - 1
  }
  return low
}

/** So many sets at their price: what they save, split over the lines by what their units of the sets pay. */
export function sellSets(parts: readonly SetPart[], sets: number, priceCents: number, lines: number): Hit {
  const takes: number[] = new Array(lines).fill(0)
  const paid: number[] = new Array(lines).fill(0)
  for (const { runs, units } of parts)
    for (const run of takeUnits(runs, units * sets)) {
      takes[run.k] = (takes[run.k] as number) + run.units
      paid[run.k] = (paid[run.k] as number) + run.cents
    }
  const off = costOf(parts, sets) - priceCents * sets
  return { hit: true, offByLine: shareOut(off, paid, paid), takes }
}
