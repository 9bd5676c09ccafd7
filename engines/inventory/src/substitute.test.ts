import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { type Candidate, SUBSTITUTE_RULES, substitutesFor } from './substitute.ts'
import { swapSoldOut } from './swap-sold-out.ts'

const item = (id: string, fields: Partial<Candidate> = {}): Candidate => ({
  item: id,
  title: '保湿面膜 10片',
  category: '面膜',
  brand: '岚禾',
  priceCents: 9900,
  marginCents: 5000,
  onHand: 200,
  minutesLeft: null,
  unitsSold: 10,
  ...fields,
})

describe('the substitution map', () => {
  const sold = item('sold', { onHand: 0 })

  it.each([
    ['another category', { category: '口红' }],
    ['without stock', { onHand: 0 }],
    ['with less stock than a substitute needs', { onHand: 9 }],
    ['soon sold out itself', { minutesLeft: 60 }],
    ['a third dearer', { priceCents: 13_000 }],
    ['a third cheaper', { priceCents: 6500 }],
    ['of unknown price', { priceCents: null }],
  ])('[P5.22] leaves out an item of %s', (_, fields) => {
    expect(substitutesFor(sold, [item('other', fields)])).toEqual([])
  })

  it('[P5.22] names the likest first, and of two alike the one that earns more', () => {
    const found = substitutesFor(sold, [
      item('far', { title: '蜂蜜手霜', brand: '别家', priceCents: 12_000 }),
      item('alike', {}),
      item('earns', { marginCents: 6000 }),
    ])
    expect(found.map((s) => s.item)).toEqual(['earns', 'alike', 'far'])
  })

  it('[P5.22] over a whole catalogue: always the same category, in stock, within the band', () => {
    const rng = createRng('catalogue')
    const catalogue = Array.from({ length: 300 }, (_, i) =>
      item(`i${i}`, {
        category: `c${rng.int(6)}`,
        priceCents: 2000 + rng.int(20_000),
        onHand: rng.int(60),
        title: `商品 ${rng.int(50)}`,
      }),
    )
    const byId = new Map(catalogue.map((c) => [c.item, c]))
    for (const own of catalogue)
      for (const { item: id } of substitutesFor(own, catalogue)) {
        const other = byId.get(id)
        expect(other?.category).toBe(own.category)
        expect(other?.onHand).toBeGreaterThanOrEqual(SUBSTITUTE_RULES.onHandMin)
        const distance = Math.abs((other?.priceCents ?? 0) - (own.priceCents ?? 0)) / (own.priceCents ?? 1)
        expect(distance).toBeLessThanOrEqual(SUBSTITUTE_RULES.priceBand)
      }
  })
})

describe('places on a page', () => {
  it('[P9.05] no place shows a sold-out item after the swap, and none shows an item twice', () => {
    const candidates = [item('a', { onHand: 0 }), item('b'), item('c', { onHand: 0 }), item('d'), item('e')]
    const slots = ['a', 'b', 'c', 'a'].map((id, i) => ({ slot: `place ${i}`, item: id }))
    const swaps = swapSoldOut(slots, candidates)
    const after = slots.map((s) => {
      const swap = swaps.find((w) => w.slot === s.slot)
      return swap ? swap.to : s.item
    })
    const shown = after.filter((id) => id !== null)
    expect(shown.every((id) => (candidates.find((c) => c.item === id)?.onHand ?? 0) > 0)).toBe(true)
    expect(new Set(shown).size).toBe(shown.length)
    expect(swaps.map((s) => s.to)).toEqual(['d', 'e', null])
  })

  it('a page without sold-out items stays as it is', () => {
    expect(swapSoldOut([{ slot: '1', item: 'b' }], [item('b'), item('d')])).toEqual([])
  })
})
