/** One size of the bench: carts of so many lines under so many promotions. */
export type Size = { lines: number; promotions: number }

export const SIZES: readonly Size[] = [
  { lines: 3, promotions: 3 },
  { lines: 10, promotions: 5 },
  { lines: 20, promotions: 20 },
  { lines: 100, promotions: 20 },
  { lines: 10, promotions: 50 },
]

export const nameOf = ({ lines, promotions }: Size): string => `${lines}x${promotions}`

export type BenchLine = { lineId: string; skuId: string; category: string; unitCents: number; quantity: number }

/** What every engine is given in its own words. All that hold are applied: none of the rivals knows exclusion. */
export type BenchPromotion =
  | { kind: 'itemPercent'; id: string; percentOff: number; categories: readonly string[] }
  | { kind: 'orderFixed'; id: string; cutCents: number; minCents: number }
  | { kind: 'orderPercent'; id: string; percentOff: number }

export type Workload = { carts: readonly (readonly BenchLine[])[]; promotions: readonly BenchPromotion[] }

const CARTS = 1000
const CATEGORIES = 5

/** A linear congruential generator: the same carts for every engine, on every machine. */
function lcg(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * bound)
  }
}

/**
 * Of five promotions two lower items of two categories by 2 %, two take 5 from 300 on, one takes 1 % off the order. So little that
 * fifty of them leave something to pay, since what is free is no work.
 */
function promotionAt(p: number): BenchPromotion {
  const id = `P${p}`
  const kind = p % 5
  if (kind < 2)
    return {
      kind: 'itemPercent',
      id,
      percentOff: 2,
      categories: [`cat${p % CATEGORIES}`, `cat${(p + 1) % CATEGORIES}`],
    }
  if (kind < 4) return { kind: 'orderFixed', id, cutCents: 500, minCents: 30_000 }
  return { kind: 'orderPercent', id, percentOff: 1 }
}

export function makeWorkload({ lines, promotions }: Size): Workload {
  const draw = lcg(42)
  const line = (i: number): BenchLine => ({
    lineId: `L${String(i).padStart(3, '0')}`,
    skuId: `S${i}`,
    category: `cat${draw(CATEGORIES)}`,
    unitCents: 1000 + draw(20_000),
    quantity: 1 + draw(3),
  })
  return {
    carts: Array.from({ length: CARTS }, () => Array.from({ length: lines }, (_, i) => line(i))),
    promotions: Array.from({ length: promotions }, (_, p) => promotionAt(p)),
  }
}
