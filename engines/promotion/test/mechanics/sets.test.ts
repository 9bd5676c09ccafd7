import { type Cents, createRng, type Rng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { type CartLine, compileRules, jointStock, priceCart, type Rule, TMALL_PARALLEL } from '../../src/index.ts'

const line = (lineId: string, unitCents: number, quantity: number): CartLine => ({
  lineId,
  skuId: lineId,
  spuId: lineId,
  shopId: '甲',
  unitCents: unitCents as Cents,
  quantity,
})

function payable(rule: Omit<Rule, 'ruleId' | 'name'>, lines: CartLine[]): number {
  const set = compileRules(TMALL_PARALLEL, [{ ...rule, ruleId: 'r', name: 'r' }])
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  const priced = priceCart(set.value, { at: '2026-11-11T00:00:00.000Z', lines })
  if (!priced.ok) throw new Error(JSON.stringify(priced.error))
  return priced.value.payableCents
}

const total = (units: readonly number[]): number => units.reduce((sum, cents) => sum + cents, 0)
const unitsOf = (lines: readonly CartLine[]): number[] =>
  lines.flatMap(({ unitCents, quantity }) => new Array<number>(quantity).fill(unitCents)).sort((a, b) => b - a)

const drawLines = (rng: Rng): CartLine[] =>
  Array.from({ length: 1 + rng.int(4) }, (_, i) => line(`l${i}`, 100 * (1 + rng.int(90)), 1 + rng.int(4)))

/** The least that so many sets of units leave to pay, by trying every number of sets. */
function cheapest(units: readonly number[], size: number, priceCents: number): number {
  let least = total(units)
  for (let sets = 1; sets * size <= units.length; sets++)
    least = Math.min(least, sets * priceCents + total(units.slice(sets * size)))
  return least
}

/** Choices of one unit for each part, tried out one after the other. */
function cheapestSets(pools: readonly (readonly number[])[], priceCents: number): number {
  const most = Math.min(...pools.map((pool) => pool.length))
  let least = total(pools.flat())
  for (let sets = 1; sets <= most; sets++)
    least = Math.min(least, sets * priceCents + total(pools.flatMap((pool) => pool.slice(sets))))
  return least
}

describe('sets against every number of sets tried out', () => {
  it('[P6.14] 2,000 carts pay the least that any number of N件任选 sets leaves', () => {
    const rng = createRng('any-n')
    for (let n = 0; n < 2000; n++) {
      const lines = drawLines(rng)
      const [units, priceCents] = [1 + rng.int(4), 100 * (1 + rng.int(200))]
      expect(payable({ mechanic: 'anyN', params: { units, priceCents } }, lines)).toBe(
        cheapest(unitsOf(lines), units, priceCents),
      )
    }
  })

  it('[P6.14] 2,000 carts pay the least that any number of bundles leaves', () => {
    const rng = createRng('bundle')
    for (let n = 0; n < 2000; n++) {
      const lines = drawLines(rng)
      const [first, ...others] = lines.map((l) => l.skuId)
      if (first === undefined || others.length === 0) continue
      const parts = [
        { skuIds: [first], units: 1 },
        { skuIds: others, units: 1 },
      ]
      const pools = parts.map(({ skuIds }) => unitsOf(lines.filter((l) => skuIds.includes(l.skuId))))
      const priceCents = 100 * (1 + rng.int(150))
      expect(payable({ mechanic: 'bundle', params: { parts, priceCents } }, lines)).toBe(
        cheapestSets(pools, priceCents),
      )
    }
  })

  it('2,000 carts with the nth unit for less pay what counting them out leaves', () => {
    const rng = createRng('nth-unit')
    for (let n = 0; n < 2000; n++) {
      const lines = drawLines(rng)
      const units = unitsOf(lines)
      const [nth, payBp] = [2 + rng.int(2), 1000 * rng.int(10)]
      const reduced = Math.floor(units.length / nth)
      // Units cost whole yuan, so that a share of them is whole fen.
      const cut = total(units.slice(units.length - reduced).map((cents) => (cents * (10_000 - payBp)) / 10_000))
      const params = { steps: [{ nth, payBp }], acrossSkus: true }
      expect(payable({ mechanic: 'nthUnit', params }, lines)).toBe(total(units) - cut)
    }
  })

  it('a set over two lines of 500,000 units each is found without counting units', () => {
    const lines = [line('a', 5000, 500_000), line('b', 3000, 500_000)]
    const parts = [
      { skuIds: ['a'], units: 1 },
      { skuIds: ['b'], units: 1 },
    ]
    const started = process.cpuUsage()
    expect(payable({ mechanic: 'bundle', params: { parts, priceCents: 7000 } }, lines)).toBe(7000 * 500_000)
    expect(payable({ mechanic: 'anyN', params: { units: 4, priceCents: 15_000 } }, lines)).toBe(
      15_000 * 125_000 + 3000 * 500_000,
    )
    // A thousand times what it takes here; a loop over the units would take longer still.
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000)
  })
})

describe('joint stock', () => {
  const bundle = (...parts: [string[], number][]) => ({ parts: parts.map(([skuIds, units]) => ({ skuIds, units })) })
  it.each([
    ['the scarcer part decides', bundle([['a'], 1], [['b'], 1]), { a: 5, b: 3 }, 3],
    ['two of a part halve its stock', bundle([['a'], 1], [['b'], 2]), { a: 5, b: 9 }, 4],
    ['a choice adds its SKUs up', bundle([['a'], 1], [['b', 'c'], 2]), { a: 9, b: 3, c: 4 }, 3],
    ['a part without stock stops the set', bundle([['a'], 1], [['b'], 1]), { a: 5 }, 0],
  ])('[P6.14] %s', (_name, given, stock, sets) => {
    expect(jointStock(given, new Map(Object.entries(stock)))).toBe(sets)
  })
})
