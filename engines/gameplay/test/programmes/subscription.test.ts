import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { scheduleOf, survivalCurve } from '../../src/index.ts'
import { inDays, playProgramme } from './play-programme.ts'

const day = (text: string): BusinessDay => parseDay(text)
const within = (from: string, through: string) => ({ fromDay: day(from), throughDay: day(through) })

describe('the schedule of a subscription', () => {
  const base = { firstDay: day('2026-01-01'), everyDays: 30, times: 4, skipped: [], pauses: [], stockOuts: [] }
  const days = (more = {}) => scheduleOf({ ...base, ...more }).map((d) => d.day)

  it.each([
    ['plain', {}, ['2026-01-01', '2026-01-31', '2026-03-02', '2026-04-01']],
    [
      'the second is skipped and made up for at the end',
      { skipped: [2] },
      ['2026-01-01', '2026-03-02', '2026-04-01', '2026-05-01'],
    ],
    [
      'a pause moves everything behind it',
      { pauses: [within('2026-01-20', '2026-02-09')] },
      ['2026-01-01', '2026-02-10', '2026-03-12', '2026-04-11'],
    ],
    [
      'a stock-out delays one delivery and leaves the rhythm',
      { stockOuts: [within('2026-01-31', '2026-02-01')] },
      ['2026-01-01', '2026-02-02', '2026-03-02', '2026-04-01'],
    ],
    [
      'two stock-outs that touch are one, in whatever order they were told',
      { stockOuts: [within('2026-02-02', '2026-02-03'), within('2026-01-31', '2026-02-01')] },
      ['2026-01-01', '2026-02-04', '2026-03-02', '2026-04-01'],
    ],
  ])('[P6.26] %s', (_rule, more, expected) => expect(days(more)).toEqual(expected))
})

describe('a subscription', () => {
  const open = () => {
    const shop = playProgramme('subscription', {
      priceCents: 9900,
      changeDays: 2,
      gifts: [{ delivery: 2, giftSkuId: 'cup' }],
    })
    expect(shop.play('subscribe', 's1', { firstDay: inDays(1), everyDays: 30, times: 3, units: 2 })).toBe('ok')
    return shop
  }

  it('[P6.26] is paid once at the locked price and earned with each delivery; the gift goes with its delivery', () => {
    const shop = open()
    expect(shop.balances()).toEqual({ buyers: 59_400, prepaid: -59_400 })
    shop.tick(inDays(31))
    expect(shop.effects).toMatchObject([
      { key: 's1/ship/1', skuIds: ['item'], units: 2, note: '1/3 包邮' },
      { key: 's1/ship/2', skuIds: ['item', 'cup'], units: 2, note: '2/3 包邮 含赠品' },
    ])
    expect(shop.balances()).toEqual({ buyers: 59_400, prepaid: -19_800, sales: -39_600 })
    shop.tick(inDays(61))
    shop.tick(inDays(99))
    expect([shop.status('s1'), shop.effects.length]).toEqual(['finished', 3])
    expect(shop.balances()).toMatchObject({ prepaid: 0, sales: -59_400 })
  })

  it('[P6.26] cancelled, what has not left is given back to the fen and nothing leaves any more', () => {
    const shop = open()
    shop.tick(inDays(1))
    shop.play('cancel', 's1', {}, { day: inDays(5) })
    shop.tick(inDays(99))
    expect(shop.effects.slice(1)).toEqual([{ key: 's1/refund', kind: 'refund', cents: 39_600 }])
    expect(shop.balances()).toEqual({ buyers: 59_400, prepaid: 0, sales: -19_800, 'payable/buyers': -39_600 })
    expect(shop.play('cancel', 's1')).toBe('wrong_state')
  })

  it('[P6.26] a delivery may be skipped or paused while it is far enough away, so many times and so long', () => {
    const shop = open()
    expect(shop.play('skip', 's1', { cycle: 1 }, { day: inDays(-1) })).toBe('too_late')
    expect(shop.play('skip', 's1', { cycle: 2 }, { day: inDays(28) })).toBe('ok')
    expect(shop.play('skip', 's1', { cycle: 2 }, { day: inDays(28) })).toBe('unknown_choice')
    expect(shop.play('pause', 's1', within('2026-06-01', '2026-12-01'))).toBe('unknown_choice')
    expect(shop.play('pause', 's1', within('2026-06-03', '2026-06-05'))).toBe('too_late')
    expect(shop.caseFacts('s1').slice(-2)).toEqual([
      ['第 2 期（周期 3）', inDays(61)],
      ['第 3 期（周期 4）', inDays(91)],
    ])
  })

  it('[P6.26] a stock-out that is told moves the deliveries of everybody, and they leave on the first day there is stock', () => {
    const shop = open()
    expect(shop.play('reportStockOut', '', { fromDay: inDays(1), throughDay: inDays(4) })).toBe('ok')
    shop.tick(inDays(4))
    expect(shop.effects).toEqual([])
    shop.tick(inDays(5))
    expect(shop.effects).toMatchObject([{ key: 's1/ship/1' }])
  })
})

describe('retention', () => {
  it('[P6.26] Kaplan–Meier on the leukaemia data gives the published curve', () => {
    // 6-MP group of Freireich et al. (1963), in days where the source has weeks; the second list holds patients still in remission.
    const left = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    const stayed = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    const curve = survivalCurve([
      ...left.map((days) => ({ days, hasLeft: true })),
      ...stayed.map((days) => ({ days, hasLeft: false })),
    ])
    expect(curve.map((p) => [p.days, p.survival.toFixed(4), p.standardError.toFixed(4)])).toEqual([
      [6, '0.8571', '0.0764'],
      [7, '0.8067', '0.0869'],
      [10, '0.7529', '0.0963'],
      [13, '0.6902', '0.1068'],
      [16, '0.6275', '0.1141'],
      [22, '0.5378', '0.1282'],
      [23, '0.4482', '0.1346'],
    ])
  })
})
