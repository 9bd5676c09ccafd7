import { describe, expect, it } from 'vitest'
import { composeBox, takeBox } from '../../src/index.ts'
import { playProgramme, SEED } from './play-programme.ts'

type Sold = { boxNo: number; skuIds: string[]; valueCents: number; costCents: number }
const items = [4200, 4600, 5000, 5400].map((valueCents, i) => ({
  skuId: `s${i}`,
  valueCents,
  costCents: 1200 + 100 * i,
  stock: 6,
}))
const hidden = { skuId: 'gold', valueCents: 29_900, costCents: 9000, stock: 2, oddsPpm: 300_000 }
const TERMS = { items, hiddenSkuId: 'gold', hiddenStock: 2, hiddenOddsPpm: 300_000, perBuyerMax: 99 }

describe('the blind box as a programme', () => {
  it('[P6.21] boxes are sold until no valid one can be made, never with an item that is not there, and the ledger is their price and cost', () => {
    const shop = playProgramme('blindBox', TERMS)
    const boxes: Sold[] = []
    for (let i = 1; shop.play('buyBox', `o${i}`) === 'ok'; i++) boxes.push(shop.state(`o${i}`))
    expect(boxes.length).toBeGreaterThan(4)
    for (const { skuId } of items) expect(boxes.filter((b) => b.skuIds.includes(skuId)).length).toBeLessThanOrEqual(6)
    expect(boxes.filter((b) => b.skuIds.includes('gold')).length).toBeLessThanOrEqual(2)
    expect(boxes.every(({ valueCents }) => valueCents >= 12_000)).toBe(true)
    const cost = boxes.reduce((sum, { costCents }) => sum + costCents, 0)
    expect(shop.balances()).toEqual({
      buyers: 9900 * boxes.length,
      sales: -9900 * boxes.length,
      cost,
      goods: -cost,
    })
  })

  it('[P6.21] whoever has the published seed works every box out again, also when some went back', () => {
    const shop = playProgramme('blindBox', TERMS)
    for (let i = 1; i <= 4; i++) shop.play('buyBox', `o${i}`)
    shop.play('returnBox', 'o2')
    shop.play('buyBox', 'o5')
    let left = {
      priceCents: 9900,
      itemsMin: 3,
      itemsMax: 5,
      minValueCents: 12_000,
      marginBpMin: 2000,
      marginBpMax: 6500,
      items,
      hidden,
    }
    for (let boxNo = 1; boxNo <= 5; boxNo++) {
      const box = composeBox(left, SEED, boxNo)
      if (!box.ok) throw new Error(box.error.code)
      expect(shop.state(`o${boxNo}`)).toMatchObject({ boxNo, skuIds: box.value.skuIds })
      left = { ...left, ...takeBox(left, box.value), items: [...takeBox(left, box.value).items] }
    }
  })

  it('[P6.36] the odds that are published follow the stock: a hidden item that is gone has none', () => {
    const shop = playProgramme('blindBox', { ...TERMS, hiddenStock: 1, hiddenOddsPpm: 1_000_000 })
    expect(shop.facts()).toMatchObject({ 隐藏款概率: 1_000_000, 隐藏款剩余: 1 })
    shop.play('buyBox', 'o1')
    expect(shop.facts()).toMatchObject({ 隐藏款概率: 0, 隐藏款剩余: 0, 已售盒数: 1 })
  })

  it.each([
    ['a child below 8', { age: 7, guardianAgrees: true }, {}, 'too_young'],
    ['a minor without a guardian', { age: 17 }, {}, 'no_consent'],
    ['a minor with a guardian', { age: 17, guardianAgrees: true }, {}, 'ok'],
    ['a buyer who has as many as allowed', {}, { buyer: { cases: 99 } }, 'buyer_limit'],
  ])('[P6.36] %s: %s', (_who, values, more, code) => {
    expect(playProgramme('blindBox', TERMS).play('buyBox', 'o1', values, more)).toBe(code)
  })

  it.each([
    ['worth less than its price', { minValueCents: 9800 }, ['worth_less_than_price']],
    ['an item twice', { hiddenSkuId: 's0' }, ['twice']],
    ['a hidden item above the limit of prizes', { hiddenValueCents: 5_000_001 }, ['not_whole_between']],
    [
      'more mixes than can be listed',
      { items: Array.from({ length: 24 }, (_, i) => ({ ...items[0], skuId: `t${i}` })), itemsMax: 10 },
      ['too_many_mixes'],
    ],
  ])('[P6.36] %s is a problem of the terms', (_what, terms, codes) => {
    expect(playProgramme('blindBox', { ...TERMS, ...terms }).problems()).toEqual(codes)
  })
})
