import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { hasData, readRows } from '../../../kernel/test/support/real-data.ts'
import { type AssociateOptions, associate } from '../../src/index.ts'

/** The same question worked out another way: the baskets of each good as a set, and every pair of sets cut with each other. */
function byIntersection(baskets: readonly (readonly string[])[], { minTogether, minLift }: AssociateOptions) {
  const where = new Map<string, Set<number>>()
  for (const [i, basket] of baskets.entries())
    for (const good of basket) where.set(good, (where.get(good) ?? new Set()).add(i))
  const goods = [...where.keys()].sort()
  const found: [string, string, number, number][] = []
  for (const [i, first] of goods.entries())
    for (const second of goods.slice(i + 1)) {
      const [a, b] = [where.get(first) ?? new Set<number>(), where.get(second) ?? new Set<number>()]
      if (a.size < minTogether || b.size < minTogether) continue
      const together = [...a].filter((i) => b.has(i)).length
      const lift = together / baskets.length / (a.size / baskets.length) / (b.size / baskets.length)
      if (together >= minTogether && lift >= minLift - 1e-12) found.push([first, second, together, lift])
    }
  return found
}

function expectSame(baskets: readonly (readonly string[])[], options: AssociateOptions): number {
  const rules = associate(baskets, options)
  const others = byIntersection(baskets, options)
  const key = ([a, b]: readonly unknown[]) => `${a}\n${b}`
  const found = new Map(rules.map((r) => [key([r.first, r.second]), r]))
  expect(rules).toHaveLength(others.length)
  for (const other of others) {
    const rule = found.get(key(other))
    expect([rule?.together, rule?.lift]).toEqual([other[2], expect.closeTo(other[3], 9)])
  }
  return rules.length
}

describe('goods that are bought together', () => {
  const BASKETS = [
    ['防晒霜', '遮阳伞', '防晒霜'],
    ['遮阳伞', '防晒霜'],
    ['毛巾', '防晒霜'],
    ['毛巾', '牙刷'],
    ['毛巾', '牙刷'],
  ]

  it('[P5.04] support, confidence and lift by hand: 防晒霜 and 遮阳伞 meet in two of five baskets', () => {
    expect(associate(BASKETS, { minTogether: 2, minLift: 1 })).toEqual([
      // 2 × 5 ÷ (2 × 3) = 5/3 for both pairs; of equal lift and count the first id.
      ...[
        { first: '毛巾', second: '牙刷', firstBaskets: 3, secondBaskets: 2 },
        { first: '遮阳伞', second: '防晒霜', firstBaskets: 2, secondBaskets: 3 },
      ].map((pair) => ({ ...pair, together: 2, baskets: 5, lift: 10 / 6 })),
    ])
  })

  it('[P5.04] the rules of 400 random baskets are those of an independent implementation', () => {
    const rng = createRng('baskets')
    for (let n = 0; n < 20; n++) {
      const baskets = Array.from({ length: 400 }, () =>
        Array.from({ length: 1 + rng.int(6) }, () => `g${Math.floor(rng.int(12) * rng.next())}`),
      )
      expectSame(baskets, { minTogether: 1 + rng.int(9), minLift: 0.8 + rng.next() / 2 })
    }
  })

  const FILE = 'online_retail_ii/year_2010_2011.csv.gz'
  it.skipIf(!hasData(FILE))('[P5.04] so are those of a month of a real web shop (skipped without the data)', () => {
    const orders = new Map<string, string[]>()
    for (const [invoice = '', code = '', quantity, at = ''] of readRows(FILE, [
      'InvoiceNo',
      'StockCode',
      'Quantity',
      'InvoiceDate',
    ])) {
      if (at >= '2011-01-01') break
      if (Number(quantity) > 0 && /^\d{5}/.test(code)) orders.set(invoice, [...(orders.get(invoice) ?? []), code])
    }
    expect(orders.size).toBeGreaterThan(1000)
    expect(expectSame([...orders.values()], { minTogether: 40, minLift: 1.5 })).toBeGreaterThan(20)
  })
})
