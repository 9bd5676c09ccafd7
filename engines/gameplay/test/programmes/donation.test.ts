import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inDays, playProgramme } from './play-programme.ts'

describe('donations', () => {
  it('[P6.29] the ledger owes one yuan for each item that was kept; a return is taken back, also after the last day', () => {
    const shop = playProgramme('donation', { perUnitCents: 100, skuIds: ['apple', 'pear'] })
    shop.play('countSale', 'a', { skuId: 'apple', units: 3 })
    shop.play('countSale', 'b', { skuId: 'pear', units: 2 })
    shop.play('countReturn', 'a', { skuId: 'apple', units: 1 }, { day: inDays(99) })
    expect(shop.balances()).toEqual({ donated: 400, 'payable/donee': -400 })
    expect(shop.facts()).toMatchObject({ 售出件数: 5, 退回件数: 1, 捐赠总额: 400 })
  })

  it.each([
    ['more returned than sold', 'countReturn', { skuId: 'item', units: 3 }, 'more_than_sold'],
    ['an item that does not take part', 'countSale', { skuId: 'other' }, 'not_taking_part'],
    ['a sale paid before the first day', 'countSale', { paidDay: inDays(-1) }, 'not_open_yet'],
    ['a sale paid after the last day', 'countSale', { paidDay: inDays(31) }, 'over'],
  ])('%s is refused', (_what, command, values, code) => {
    const shop = playProgramme('donation')
    shop.play('countSale', 'a', { units: 2 })
    expect(shop.play(command, 'a', values)).toBe(code)
  })

  it('[P6.29] whatever is sold and returned in whatever order, owed is the net units times the donation', () => {
    const move = fc.record({
      order: fc.integer({ min: 0, max: 4 }),
      units: fc.integer({ min: 1, max: 9 }),
      back: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const shop = playProgramme('donation', { perUnitCents: 130 })
        let net = 0
        for (const { order, units, back } of moves)
          if (shop.play(back ? 'countReturn' : 'countSale', `o${order}`, { units }) === 'ok')
            net += back ? -units : units
        expect(shop.balances()['payable/donee'] ?? 0).toBe(net === 0 ? 0 : -130 * net)
        expect(Object.values(shop.balances()).reduce((sum, cents) => sum + cents, 0)).toBe(0)
      }),
      { seed: 629, numRuns: 60 },
    )
  })

  it('[P6.29] green packaging reaches the packing instruction and earns points once an order, taken back with the order', () => {
    const shop = playProgramme('greenPackaging', { points: 20, instruction: '循环箱' })
    expect(shop.play('chooseGreen', 'o1')).toBe('ok')
    expect(shop.effects).toEqual([
      { key: 'o1/pack', kind: 'pack', instruction: '循环箱' },
      { key: 'o1/points', kind: 'points', points: 20 },
    ])
    expect(shop.play('withdrawGreen', 'o1')).toBe('ok')
    expect(shop.play('withdrawGreen', 'o1')).toBe('wrong_state')
    expect(shop.effects.at(-1)).toEqual({ key: 'o1/points-back', kind: 'points', points: -20 })
  })
})
