import { cents } from '@zhanggui/kernel'
import { type Cart, compileRules, priceCart, type Rule, TMALL_PARALLEL } from '@zhanggui/promotion'

export type Figure = { id: string; value: number; unit: string }

const percentile = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0

/** A quantity must not cost anything: two lines of 20,000 units with one flat discount. */
function quantity20000(): Figure {
  const rule: Rule = {
    ruleId: 'r',
    name: 'r',
    mechanic: 'spendAndSave',
    params: { tiers: [{ minCents: 30_000, cutCents: 5000 }] },
  }
  const ruleSet = compileRules(TMALL_PARALLEL, [rule])
  if (!ruleSet.ok) throw new Error(JSON.stringify(ruleSet.error))
  const line = (lineId: string) => ({
    lineId,
    skuId: lineId,
    spuId: lineId,
    shopId: 's',
    unitCents: cents(1999),
    quantity: 20_000,
  })
  const cart: Cart = { at: '2026-11-11T00:00:00.000Z', lines: [line('a'), line('b')] }
  const times: number[] = []
  for (let i = 0; i < 2000; i++) {
    const start = performance.now()
    const priced = priceCart(ruleSet.value, cart)
    times.push(performance.now() - start)
    if (!priced.ok || priced.value.cutCents !== 5000) throw new Error('a cart of 20,000 units is priced wrongly')
  }
  return {
    id: 'ours.quantity20000',
    value: percentile(
      times.sort((a, b) => a - b),
      0.99,
    ),
    unit: 'ms (p99)',
  }
}

/** What no rival has: figures of our own engine only. */
export const measureOursAlone = (): Figure[] => [quantity20000()]
