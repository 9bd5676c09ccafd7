import { cents } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  compileRules,
  EVENT_PACKS,
  type EventEntry,
  type EventPack,
  enrolEvent,
  findEventPack,
  priceCart,
  sayEventProblem,
  TMALL_PARALLEL,
} from '../../src/index.ts'

const HOUR_MS = 3_600_000
const FROM = '2026-11-10T12:00:00.000Z'

const packOf = (event: string): EventPack => {
  const pack = findEventPack(event)
  if (!pack) throw new Error(`there is an event ${event}`)
  return pack
}

/** An entry that keeps every bound of an event exactly. */
function entryTo({ bounds }: EventPack, more: Partial<EventEntry> = {}): EventEntry {
  const goods = Array.from({ length: bounds.goods.min }, (_, i) => ({
    skuId: `s${i}`,
    priceCents: bounds.priceShareBp,
    referenceCents: 10_000,
    stock: bounds.stockMin,
  }))
  const until = new Date(Date.parse(FROM) + bounds.hours.max * HOUR_MS).toISOString()
  const coins = bounds.coinShareBp && { coinShareBp: bounds.coinShareBp.max }
  return {
    entryId: 'e',
    shopId: '甲',
    from: FROM,
    until,
    unitsPerBuyer: bounds.unitsPerBuyerMax,
    goods,
    ...coins,
    ...more,
  }
}

const codes = (pack: EventPack, entry: EventEntry): string[] => {
  const made = enrolEvent(pack, entry)
  if (made.ok) return []
  for (const problem of made.error) expect(Object.values(sayEventProblem(problem)).join()).not.toMatch(/undefined|NaN/)
  return made.error.map(({ code }) => code)
}

describe('channel events as packs of rules', () => {
  it.each(EVENT_PACKS.map((pack) => [pack.zh, pack] as const))(
    '[P6.24] %s: an entry at its bounds gives rules that compile',
    (_zh, pack) => {
      const made = enrolEvent(pack, entryTo(pack))
      if (!made.ok) throw new Error(JSON.stringify(made.error))
      expect(compileRules(TMALL_PARALLEL, made.value)).toMatchObject({ ok: true })
    },
  )

  it.each(EVENT_PACKS.map((pack) => [pack.zh, pack] as const))(
    '[P6.24] %s: one step outside each bound is refused with the bound',
    (_zh, pack) => {
      const { bounds } = pack
      const entry = entryTo(pack)
      const [first] = entry.goods
      if (!first) throw new Error('an entry has goods')
      const others = entry.goods.slice(1)
      const dear = { ...first, priceCents: first.priceCents + 1 }
      expect(codes(pack, { ...entry, goods: [dear, ...others] })).toEqual(['price_above_bound'])
      expect(codes(pack, { ...entry, goods: [{ ...first, stock: bounds.stockMin - 1 }, ...others] })).toEqual([
        'stock_below_bound',
      ])
      expect(codes(pack, { ...entry, goods: others })).toEqual(['goods_out_of_bounds'])
      expect(codes(pack, { ...entry, until: new Date(Date.parse(entry.until) + 1).toISOString() })).toEqual([
        'hours_out_of_bounds',
      ])
      expect(codes(pack, { ...entry, unitsPerBuyer: bounds.unitsPerBuyerMax + 1 })).toEqual([
        'units_per_buyer_out_of_bounds',
      ])
      const coins = bounds.coinShareBp ? 'coin_share_out_of_bounds' : 'no_coins_here'
      expect(codes(pack, { ...entry, coinShareBp: 9999 })).toEqual([coins])
    },
  )

  it('[P6.24] a SKU that is entered twice and an unreadable time are refused', () => {
    const pack = packOf('juhuasuan')
    const entry = entryTo(pack)
    expect(codes(pack, { ...entry, goods: [...entry.goods, ...entry.goods] })).toEqual(['sku_twice'])
    expect(codes(pack, { ...entry, until: 'soon' })).toEqual(['hours_out_of_bounds'])
  })

  it('[P6.24] 淘金币: the event price holds, then coins pay their share, borne by the platform', () => {
    const pack = packOf('goldCoins')
    const goods = [{ skuId: 'a', priceCents: 8000, referenceCents: 10_000, stock: 10 }]
    const made = enrolEvent(pack, entryTo(pack, { goods, coinShareBp: 500 }))
    const set = made.ok ? compileRules(TMALL_PARALLEL, made.value) : made
    if (!set.ok) throw new Error(JSON.stringify(set.error))
    const priced = priceCart(set.value, {
      at: FROM,
      lines: [{ lineId: 'a', skuId: 'a', spuId: 'a', shopId: '甲', unitCents: cents(12_000), quantity: 1 }],
      pointsToUse: 100_000,
    })
    if (!priced.ok) throw new Error(JSON.stringify(priced.error))
    // 120.00 − 40.00 = 80.00; 5 % of it are 4.00, which is 400 coins.
    expect(priced.value.payableCents).toBe(7600)
    expect(priced.value.grants).toMatchObject([{ kind: 'pointsUsed', points: 400 }])
    expect(priced.value.lines[0]?.cuts[1]?.paidBy).toEqual([{ payer: 'platform', cents: 400 }])
  })

  it('[P6.24] 淘抢购: goods at the flash price take no coupon', () => {
    const pack = packOf('taoqianggou')
    const made = enrolEvent(pack, entryTo(pack))
    expect(made).toMatchObject({ ok: true, value: [{ blocks: ['shopCoupon', 'platformCoupon'] }] })
  })
})
