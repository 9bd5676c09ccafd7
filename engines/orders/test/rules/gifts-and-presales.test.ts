import { describe, expect, it } from 'vitest'
import { advanceTo, readOrder } from '../../src/index.ts'
import { NOON, Shop } from '../support/shop.ts'

describe('[P5.21] a gift', () => {
  const shopWithGifts = () => {
    const shop = new Shop()
    shop.open(1, 'sku', 9)
    shop.open(2, 'gift', 1)
    shop.open(3, 'gift', 1)
    return shop
  }
  const order = (mayBeMissing: boolean) => ({
    lines: [{ item: 1 }, { item: 2, gift: { alternative: 3, mayBeMissing } }],
  })

  it('is reserved with its order; when it is gone the alternative is given; when both are gone the order is refused', () => {
    const shop = shopWithGifts()
    expect(shop.reserve(order(false))).toMatchObject({ code: 'accepted', giftAlternative: false })
    expect(shop.reserve(order(false))).toMatchObject({ code: 'accepted', giftAlternative: true })
    expect(readOrder(shop.core, shop.lastId)?.lines[1]).toMatchObject({ item: 3, alternative: true })
    expect(shop.reserve(order(false))).toMatchObject({ code: 'gift_gone', line: 1 })
    expect(shop.item(1)).toMatchObject({ free: 7, held: 2 })
  })

  it('may be missing where the buyer has agreed, and the answer says so', () => {
    const shop = shopWithGifts()
    shop.reserve(order(true))
    shop.reserve(order(true))
    expect(shop.reserve(order(true))).toMatchObject({ code: 'accepted', giftLeftOut: true })
    expect(readOrder(shop.core, shop.lastId)?.lines).toHaveLength(1)
  })

  it('is promised to nobody while it is held: it comes free with the lapse of the order', () => {
    const shop = shopWithGifts()
    shop.reserve({ ...order(false), holdMs: 1000 })
    shop.reserve(order(false))
    expect(shop.reserve(order(false)).code).toBe('gift_gone')
    advanceTo(shop.core, NOON + 1100)
    expect(shop.item(2)).toMatchObject({ free: 1, held: 0 })
  })
})

describe('[P6.13] a presale', () => {
  const BALANCE = { balanceFrom: NOON + 60_000, balanceUntil: NOON + 120_000 }
  const withDeposit = (lots: number) => {
    const shop = new Shop()
    shop.open(1, 'presale', lots, BALANCE)
    shop.reserve({ amountCents: 1000, lines: [{ item: 1 }] })
    return { shop, order: shop.lastId }
  }

  it('locked units are those of paid deposits, and the balance is taken in its window alone', () => {
    const { shop, order } = withDeposit(2)
    expect(shop.item(1)).toMatchObject({ held: 1, locked: 0 })
    expect(shop.send({ kind: 'pay', order, amountCents: 1000 }).code).toBe('deposit_missing')
    expect(shop.send({ kind: 'payDeposit', order, amountCents: 1000, balanceCents: 9000 }).code).toBe('accepted')
    expect(shop.item(1)).toMatchObject({ held: 0, locked: 1 })
    expect(shop.send({ kind: 'pay', order, amountCents: 9000 }).code).toBe('balance_not_open')
    shop.now = BALANCE.balanceFrom
    expect(shop.send({ kind: 'pay', order, amountCents: 8999 }).code).toBe('amount_differs')
    expect(shop.send({ kind: 'pay', order, amountCents: 9000 }).code).toBe('accepted')
    expect(shop.item(1)).toMatchObject({ locked: 0, sold: 1 })
  })

  it('a balance that never comes frees the lot; one that comes late takes it again while there is one', () => {
    const { shop, order } = withDeposit(1)
    shop.send({ kind: 'payDeposit', order, amountCents: 1000, balanceCents: 9000 })
    shop.now = BALANCE.balanceUntil + 20
    expect(shop.reserve({ lines: [{ item: 1 }] }).code).toBe('accepted')
    expect(shop.send({ kind: 'pay', order, amountCents: 9000 }).code).toBe('refund_due')
    expect(shop.item(1)).toMatchObject({ free: 0, held: 1, locked: 0, sold: 0 })
  })

  it('a deposit order holds nothing that is paid at once', () => {
    const { shop } = withDeposit(2)
    shop.open(2, 'sku', 5)
    expect(shop.reserve({ lines: [{ item: 1 }, { item: 2 }] }).code).toBe('terms_invalid')
  })
})
