import { describe, expect, it } from 'vitest'
import { compileRules, PIPELINES, priceCart } from '../../src/index.ts'
import { checkSums } from './arithmetic.ts'
import { readWorkedCarts, type WorkedCart } from './read-cart.ts'
import { sayResult, withFen } from './say-result.ts'

const carts = readWorkedCarts(new URL('../reference/worked-carts/', import.meta.url))
const MONEY = ['应付', '运费付', '合计', '承担']

function priced({ pipeline: zh, rules, cart }: WorkedCart) {
  const pipeline = PIPELINES.find((pack) => pack.zh === zh)
  if (!pipeline) throw new Error(`there is no pipeline called ${zh}`)
  const set = compileRules(pipeline, rules)
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  const result = priceCart(set.value, cart)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('carts worked out by hand (test/reference/worked-carts)', () => {
  it('there are at least 120, each of its own name', () => {
    expect(carts.length).toBeGreaterThanOrEqual(120)
    expect(new Set(carts.map((cart) => cart.title)).size).toBe(carts.length)
  })

  it.each(carts.map((cart) => [cart.title, cart] as const))('[P6.01] %s', (_title, worked) => {
    const sums = worked.sums.map(checkSums)
    expect(sums.flatMap(({ wrong }) => wrong)).toEqual([])
    expect(sums.reduce((n, { statements }) => n + statements, 0)).toBeGreaterThan(0)
    const result = sayResult(priced(worked))
    for (const [head, words] of worked.expected) {
      const written = MONEY.includes(head) ? words.map(withFen) : words
      expect({ [head]: result[head] }).toEqual({ [head]: head === '应付' ? written : [...written].sort() })
    }
    if (!worked.expected.has('未用')) expect(result.未用).toEqual([])
  })
})
