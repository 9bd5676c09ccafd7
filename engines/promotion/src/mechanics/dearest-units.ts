import { firstUnits } from '../share/unit-share.ts'
import type { Basket } from './mechanic.ts'

/** Free units of one line, which pay `cents` together. `k` is the line's place in the basket. */
export type Run = { k: number; units: number; cents: number }

// Cross products compare prices of single units without a fraction.
const byPrice = (a: Run, b: Run): number => b.cents * a.units - a.cents * b.units || a.k - b.k

/** Free units of some lines, the dearest first; of equals in the order of the lines. Runs instead of units keep 20,000 cheap. */
export function dearestFirst({ lines, freeUnits, freeCents }: Basket, takesPart: (skuId: string) => boolean): Run[] {
  const runs: Run[] = []
  for (const [k, line] of lines.entries()) {
    const units = freeUnits[k] as number
    if (units > 0 && takesPart(line.skuId)) runs.push({ k, units, cents: freeCents[k] as number })
  }
  return runs.sort(byPrice)
}

/** The same for each SKU by itself, in the order in which the lines name them. */
export function dearestBySku({ lines, freeUnits, freeCents }: Basket): Run[][] {
  const bySku = new Map<string, Run[]>()
  for (const [k, { skuId }] of lines.entries()) {
    const units = freeUnits[k] as number
    if (units === 0) continue
    const run = { k, units, cents: freeCents[k] as number }
    const runs = bySku.get(skuId)
    if (runs) runs.push(run)
    else bySku.set(skuId, [run])
  }
  return [...bySku.values()].map((runs) => runs.sort(byPrice))
}

export const unitsOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.units, 0)

/** The first `count` units of the runs, line by line, with what they pay. */
export function takeUnits(runs: readonly Run[], count: number): Run[] {
  const taken: Run[] = []
  let left = count
  for (const { k, units, cents } of runs) {
    if (left === 0) break
    const take = Math.min(left, units)
    taken.push({ k, units: take, cents: firstUnits(cents, units, take) })
    left -= take
  }
  return taken
}

export const centsOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.cents, 0)
