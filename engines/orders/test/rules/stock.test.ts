import { describe, expect, it } from 'vitest'
import { readOrder } from '../../src/index.ts'
import { Shop } from '../support/shop.ts'

describe('[P7.03] reserving', () => {
  it('two lines on one item are counted together, and refused together', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 3)
    expect(
      shop.reserve({
        lines: [
          { item: 1, quantity: 2 },
          { item: 1, quantity: 2 },
        ],
      }),
    ).toMatchObject({
      code: 'out_of_stock',
      line: 1,
      detail: 1,
    })
    expect(shop.item(1)).toMatchObject({ free: 3, held: 0 })
  })

  it('an order is reserved whole or not at all', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 5)
    shop.open(2, 'sku', 1)
    expect(shop.reserve({ lines: [{ item: 1 }, { item: 2, quantity: 2 }] }).code).toBe('out_of_stock')
    expect(shop.item(1).free).toBe(5)
    expect(shop.reserve({ lines: [{ item: 1 }, { item: 2 }] }).code).toBe('accepted')
    expect(shop.item(2)).toMatchObject({ free: 0, held: 1 })
  })

  it('[P6.14] a bundle has as many sets as its scarcest part allows, and takes from all parts', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 7)
    shop.open(2, 'sku', 5)
    shop.open(3, 'bundle', 0, {}, [
      [1, 2],
      [2, 1],
    ])
    expect(shop.item(3).free).toBe(3)
    expect(shop.reserve({ lines: [{ item: 3, quantity: 3 }] }).code).toBe('accepted')
    expect([shop.item(1), shop.item(2)]).toMatchObject([
      { free: 1, held: 6 },
      { free: 2, held: 3 },
    ])
    expect(shop.reserve({ lines: [{ item: 3 }] })).toMatchObject({ code: 'out_of_stock', detail: 0 })
  })

  it('a bundle and one of its parts in one order share the stock of the part', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 2)
    shop.open(2, 'sku', 9)
    shop.open(3, 'bundle', 0, {}, [
      [1, 1],
      [2, 1],
    ])
    expect(shop.reserve({ lines: [{ item: 3, quantity: 2 }, { item: 1 }] }).code).toBe('out_of_stock')
    expect(shop.item(2).free).toBe(9)
  })

  it('stock of a store is its own: another store of the same goods does not help out', () => {
    const shop = new Shop()
    shop.open(11, 'store', 1)
    shop.open(12, 'store', 5)
    expect(shop.reserve({ lines: [{ item: 11, quantity: 2 }] }).code).toBe('out_of_stock')
  })

  it('an order paid at once is sold at once, without a hold', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 2)
    expect(shop.reserve({ paid: true, lines: [{ item: 1 }] }).code).toBe('accepted')
    expect(shop.item(1)).toMatchObject({ free: 1, held: 0, sold: 1 })
  })
})

describe('staff', () => {
  it('stock that is reserved or sold cannot be taken out', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 3)
    shop.reserve({ lines: [{ item: 1, quantity: 2 }] })
    expect(shop.send({ kind: 'adjustStock', item: 1, delta: -2 })).toMatchObject({
      code: 'stock_below_zero',
      detail: 1,
    })
    expect(shop.send({ kind: 'adjustStock', item: 1, delta: -1 }).code).toBe('accepted')
    expect(shop.item(1)).toMatchObject({ free: 0, held: 2, stock: 2 })
  })

  it('goods come back once: never more than were sold, over all lines of the item', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 3)
    shop.reserve({ paid: true, lines: [{ item: 1, quantity: 2 }, { item: 1 }] })
    const order = shop.lastId
    const back = { kind: 'returnGoods', order, item: 1, scrap: false, restoreLimit: false } as const
    expect(shop.send({ ...back, quantity: 4 })).toMatchObject({ code: 'return_exceeds', detail: 3 })
    expect(shop.send({ ...back, quantity: 2 }).code).toBe('accepted')
    expect(shop.send({ ...back, quantity: 1, scrap: true }).code).toBe('accepted')
    expect(shop.send({ ...back, quantity: 1 }).code).toBe('return_exceeds')
    expect(shop.item(1)).toMatchObject({ free: 2, sold: 0, stock: 2 })
    expect(readOrder(shop.core, order)?.lines.reduce((sum, line) => sum + line.returned, 0)).toBe(3)
  })

  it('a price that has changed since the buyer saw it is refused with the one in force', () => {
    const shop = new Shop()
    shop.open(1, 'sku', 3, { version: 4 })
    shop.open(2, 'coupon', 1, { version: 2 })
    expect(shop.reserve({ lines: [{ item: 1, version: 3 }] })).toMatchObject({ code: 'price_changed', detail: 4 })
    expect(
      shop.reserve({
        lines: [
          { item: 1, version: 4 },
          { item: 2, version: 1 },
        ],
      }),
    ).toMatchObject({
      code: 'coupon_changed',
      line: 1,
      detail: 2,
    })
  })
})
