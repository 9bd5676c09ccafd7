/** Goods that can be added: what one unit brings towards a threshold, and how many there are. */
export type FillGood = { skuId: string; unitCents: number; stock: number }

/** Goods to add, and what they bring together. */
export type Fill = { add: readonly { skuId: string; quantity: number }[]; totalCents: number }

/** Above so many table cells the exact way is given up for the best single good. */
const MOST_CELLS = 4_000_000

const NONE = -1

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

const bySku = (a: FillGood, b: FillGood): number => (a.skuId < b.skuId ? -1 : 1)

/** The best that one good alone can do. */
function singleFill(goods: readonly FillGood[], shortCents: number): Fill | undefined {
  let best: Fill | undefined
  for (const { skuId, unitCents, stock } of goods) {
    const quantity = Math.ceil(shortCents / unitCents)
    const totalCents = quantity * unitCents
    if (quantity <= stock && (!best || totalCents < best.totalCents)) best = { add: [{ skuId, quantity }], totalCents }
  }
  return best
}

/**
 * `tables[g][s]` is how many units of good `g` end the way to sum `s` with the goods up to `g`, the fewest that do; NONE where no
 * way leads there. A sum that the goods before reach takes none of `g`, so its whole stock is free for the sums above.
 */
function reachTables(prices: readonly number[], stocks: readonly number[], top: number): Int32Array[] {
  let before = new Int32Array(top + 1).fill(NONE)
  before[0] = 0
  return prices.map((price, g) => {
    const stock = stocks[g] as number
    const own = new Int32Array(top + 1)
    for (let s = 0; s <= top; s++) {
      const taken = s < price ? NONE : (own[s - price] as number)
      if (before[s] !== NONE) own[s] = 0
      else own[s] = taken === NONE || taken >= stock ? NONE : taken + 1
    }
    before = own
    return own
  })
}

function trace(goods: readonly FillGood[], prices: readonly number[], tables: readonly Int32Array[], sum: number) {
  const add: { skuId: string; quantity: number }[] = []
  let left = sum
  for (let g = goods.length - 1; g >= 0; g--) {
    const quantity = tables[g]?.[left] as number
    if (quantity > 0) add.push({ skuId: (goods[g] as FillGood).skuId, quantity })
    left -= quantity * (prices[g] as number)
  }
  return add.reverse()
}

/** Of goods that bring enough by one unit only the cheapest can be in a cheapest way, and then alone. */
function worthTrying(candidates: readonly FillGood[], shortCents: number): FillGood[] {
  const goods = candidates.filter((good) => good.unitCents > 0 && good.stock > 0).sort(bySku)
  const enough = goods.filter(({ unitCents }) => unitCents >= shortCents)
  const cheapest = enough.reduce<FillGood | undefined>(
    (best, good) => (best && best.unitCents <= good.unitCents ? best : good),
    undefined,
  )
  return goods.filter((good) => good.unitCents < shortCents || good === cheapest)
}

/**
 * The cheapest goods that bring at least `shortCents`: the lowest total, of equals the goods that come first. Exact (a bounded knapsack
 * over sums) up to four million cells, above that the best single good.
 * Errors: `undefined` when all the goods together do not bring it.
 */
export function cheapestFill(candidates: readonly FillGood[], shortCents: number): Fill | undefined {
  if (shortCents <= 0) return { add: [], totalCents: 0 }
  const goods = worthTrying(candidates, shortCents)
  const step = goods.reduce((divisor, { unitCents }) => gcd(unitCents, divisor), 0)
  if (step === 0) return undefined
  const prices = goods.map(({ unitCents }) => unitCents / step)
  const short = Math.ceil(shortCents / step)
  const top = short + Math.max(...prices) - 1
  if (top * goods.length > MOST_CELLS) return singleFill(goods, shortCents)
  const tables = reachTables(
    prices,
    goods.map(({ stock }) => stock),
    top,
  )
  const last = tables[tables.length - 1]
  for (let sum = short; last && sum <= top; sum++)
    if (last[sum] !== NONE) return { add: trace(goods, prices, tables, sum), totalCents: sum * step }
  return undefined
}

/** The cheapest goods that are at least so many units. */
export function cheapestUnits(candidates: readonly FillGood[], shortUnits: number): Fill | undefined {
  const goods = candidates.filter((good) => good.stock > 0).sort((a, b) => a.unitCents - b.unitCents || bySku(a, b))
  const add: { skuId: string; quantity: number }[] = []
  let left = shortUnits
  let totalCents = 0
  for (const { skuId, unitCents, stock } of goods) {
    if (left <= 0) break
    const quantity = Math.min(left, stock)
    add.push({ skuId, quantity })
    totalCents += quantity * unitCents
    left -= quantity
  }
  return left > 0 ? undefined : { add, totalCents }
}
