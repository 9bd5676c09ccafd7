import { describe, expect, test } from 'vitest'
import type { AnswerRow } from '../../src/index.ts'
import { figure } from '../../src/index.ts'
import { sayAttainment } from '../../src/narrative/attainment.ts'
import { sayComeAndGone } from '../../src/narrative/come-and-gone.ts'
import { comparedOf } from '../../src/narrative/compared.ts'
import { sayConcentration } from '../../src/narrative/concentration.ts'
import { whyParts } from '../../src/narrative/contributions.ts'
import { sayExtremes } from '../../src/narrative/extremes.ts'
import { headline } from '../../src/narrative/headline.ts'
import { sayMixShift } from '../../src/narrative/mix-shift.ts'
import { saySurprises } from '../../src/narrative/surprises.ts'
import { sayWeakLinks } from '../../src/narrative/weak-links.ts'
import { driversOf, whyDrivers } from '../../src/narrative/why-drivers.ts'
import { answerOf, read, telling } from './telling.ts'

const at = telling()
const says = (totals: AnswerRow, metric = 'paid', extra = {}): string[] =>
  read(headline(at, comparedOf(at, answerOf({ totals, ...extra }), metric)))

describe('a headline follows its figures', () => {
  test.each([
    ['growth', { paid: 130_00, paidCompare: 100_00 }, ['支付金额 ¥130.00，比上年同期增长 30.0%（上年同期 ¥100.00）。']],
    ['a fall', { paid: 90_00, paidCompare: 100_00 }, ['支付金额 ¥90.00，比上年同期下降 10.0%（上年同期 ¥100.00）。']],
    ['hardly any movement is none', { paid: 100_20, paidCompare: 100_00 }, ['支付金额 ¥100.20（上年同期 ¥100.00）。']],
    ['nothing to compare with', { paid: 90_00, paidCompare: null }, ['支付金额 ¥90.00。']],
    ['from nothing there is no percentage', { paid: 90_00, paidCompare: 0 }, ['支付金额 ¥90.00（上年同期 ¥0.00）。']],
    ['from less than nothing neither', { paid: 10_00, paidCompare: -5_00 }, ['支付金额 ¥10.00（上年同期 −¥5.00）。']],
    ['a month without data', { paid: null, paidCompare: 100_00 }, []],
  ])('%s', (_, totals, said) => {
    expect(says(totals)).toEqual(said)
  })

  test('a rate stands beside what it was, not in percent of percent', () => {
    expect(says({ cvr: 0.04, cvrCompare: 0.035 }, 'cvr')).toEqual(['支付转化率 4.0%，高于上年同期的 3.5%。'])
  })

  test('sides that do not hold the same stretch are not compared', () => {
    const extra = { incomparable: [{ period: '', metric: 'paid' }] }
    expect(says({ paid: 130_00, paidCompare: 100_00 }, 'paid', extra)).toEqual(['支付金额 ¥130.00。'])
  })

  test('who was new is not compared with the beginning of the data, when everybody was', () => {
    const young = { ...at, period: { ...at.period, firstDay: at.period.from } }
    const one = comparedOf(young, answerOf({ totals: { newBuyers: 9, newBuyersCompare: 3 } }), 'newBuyers')
    expect(read(headline(young, one))).toEqual(['新客数 9。'])
  })
})

describe('the split of a change', () => {
  const totals = { uv: 1200, uvCompare: 1000, cvr: 0.05, cvrCompare: 0.05, aov: 10_000, aovCompare: 10_000 }
  const sales = { paid: 600_000, paidCompare: 500_000, buyers: 60, buyersCompare: 50 }

  test('[P14.01] drivers add up to the change to the fen', () => {
    const odd = { ...totals, ...sales, paid: 612_347, cvr: 0.0511, aov: 9_987 }
    const effects = driversOf(at, answerOf({ totals: odd }))
    expect(effects.map(({ id }) => id)).toEqual(['uv', 'cvr', 'aov'])
    expect(effects.reduce((sum, { effect }) => sum + effect, 0)).toBe(112_347)
  })

  test('the driver that moved is named, and changes with the data', () => {
    expect(read(whyDrivers(at, answerOf({ totals: { ...totals, ...sales } })))).toEqual([
      '主要原因：访客数由 1,000 变为 1,200，带来 ¥1,000.00。',
    ])
    const converted = { ...totals, ...sales, uv: 1000, cvr: 0.06 }
    expect(read(whyDrivers(at, answerOf({ totals: converted })))[0]).toContain('支付转化率由 5.0% 变为 6.0%')
  })

  test('what works against the change is said as well', () => {
    const mixed = { ...totals, ...sales, uv: 2000, cvr: 0.03, paid: 600_000 }
    expect(read(whyDrivers(at, answerOf({ totals: mixed })))).toHaveLength(2)
  })

  test('nothing is explained that did not move', () => {
    expect(whyDrivers(at, answerOf({ totals: { ...totals, ...sales, paid: 500_000 } }))).toEqual([])
  })
})

describe('values that made the change', () => {
  const days = (extra: (day: number) => number): AnswerRow[] =>
    Array.from({ length: 28 }, (_, i) => i + 1).flatMap((d) => {
      const day = `2026-11-${String(d).padStart(2, '0')}`
      const noise = ((d * 37) % 11) * 100
      return [
        { day, channel: 'search', paid: 50_000 + noise + extra(d), paidCompare: 50_000 + ((d * 53) % 11) * 100 },
        { day, channel: 'live', paid: 30_000 + noise, paidCompare: 30_000 + ((d * 53) % 11) * 100 },
      ]
    })
  const cut = { grain: 'day', dimension: 'channel', metric: 'paid' }
  const about = (rows: AnswerRow[]) => read(whyParts(at, answerOf({ by: ['day', 'channel'], rows }), cut))

  test('a planted rise is named with its amount', () => {
    expect(about(days(() => 10_000))).toEqual([
      expect.stringMatching(/^支付金额增加最多的是：search ¥\S+（比上年同期）。$/),
    ])
  })

  test('days that differ as much anyway name nobody', () => {
    expect(about(days(() => 0))).toEqual([])
  })

  test('one lucky day is no cause', () => {
    expect(about(days((d) => (d === 11 ? 40_000 : 0)))).toEqual([])
  })
})

describe('strange days', () => {
  const month = (spike: number): AnswerRow[] =>
    Array.from({ length: 30 }, (_, i) => {
      const day = `2026-11-${String(i + 1).padStart(2, '0')}`
      return { day, paid: 10_000 + ((i * 37) % 7) * 150 + (i === 10 ? spike : 0) }
    })
  const about = (spike: number) => read(saySurprises(at, answerOf({ by: ['day'], rows: month(spike) }), 'paid'))

  test('a day far from its weekday is said beside it', () => {
    expect(about(90_000)[0]).toMatch(/^2026-11-11 支付金额 ¥.*高于本期同一星期几的中位数/)
  })
  test('without the spike nothing is said', () => {
    expect(about(0)).toEqual([])
  })
  test('a campaign of one day has no ordinary days to be strange among', () => {
    const rows = [{ day: '2026-11-11', paid: 1 }]
    expect(saySurprises(at, answerOf({ by: ['day'], rows }), 'paid')).toEqual([])
  })
})

test('the first few are said only where they carry half of it among many', () => {
  const of = (values: number[]) => {
    const rows = values.map((paid, i) => ({ channel: `c${i}`, paid }))
    const totals = { paid: values.reduce((a, b) => a + b, 0) }
    return read(
      sayConcentration(at, answerOf({ by: ['channel'], rows, totals }), {
        dimension: 'channel',
        metric: 'paid',
        top: 2,
      }),
    )
  }
  expect(of([500, 300, 100, 50, 50])).toEqual(['前 2 个渠道占支付金额的 80.0%。'])
  expect(of([100, 100, 100, 100, 100])).toEqual([])
  expect(of([500, 300, 100])).toEqual([])
  expect(of([500, -300, -100, -90, -20])).toEqual([])
})

test('peaks are named on an uneven course only, and periods that are not over do not count', () => {
  const of = (values: (number | null)[], incomparable: { period: string; metric: string }[] = []) => {
    const rows = values.map((paid, i) => ({ month: `2026-0${i + 1}`, paid }))
    return read(sayExtremes(at, answerOf({ by: ['month'], rows, incomparable }), { grain: 'month', metric: 'paid' }))
  }
  expect(of([100, 300, 200])).toEqual(['支付金额最多的是 2月，¥3.00；最少的是 1月，¥1.00。'])
  expect(of([100, 101, 102])).toEqual([])
  expect(of([100, null, 300])).toEqual([])
  expect(of([100, 300, 200, 1], [{ period: '2026-04', metric: 'paid' }])[0]).toContain('最少的是 1月')
})

describe('[P14.05] links that convert badly', () => {
  const about = (buyers: number, uv = 5000) => {
    const rows = [
      { channel: 'a', uv: 5000, buyers: 200 },
      { channel: 'b', uv, buyers },
    ]
    return read(sayWeakLinks(at, answerOf({ by: ['channel'], rows, compare: null }), 'channel'))
  }
  test('a planted weakness is found with what it costs', () => {
    expect(about(100)).toEqual(['转化损失最大的是 b：访客 5,000，支付转化率 2.0%，低于其余的 4.0%，约少 100 人。'])
  })
  test.each([
    ['as good as the others', 200, 5000],
    ['worse by chance', 190, 5000],
    ['hardly visited', 0, 60],
    ['a channel without visitors', 0, 0],
  ])('silent: %s', (_, buyers, uv) => {
    expect(about(buyers, uv)).toEqual([])
  })
})

test('business that began or ended is named, a hundredth of sales is not', () => {
  const of = (began: number) => {
    const rows = [
      { channel: 'old', paid: 1000, paidCompare: 1000 },
      { channel: 'fresh', paid: began, paidCompare: null },
    ]
    const totals = { paid: 1000 + began, paidCompare: 1000 }
    return read(
      sayComeAndGone(at, answerOf({ by: ['channel'], rows, totals }), { dimension: 'channel', metric: 'paid' }),
    )
  }
  expect(of(500)).toEqual(['上年同期没有而本期有成交的：fresh，支付金额 ¥5.00。'])
  expect(of(5)).toEqual([])
})

test('the mix is a cause where it made a good part of the movement', () => {
  const cut = { dimension: 'channel', metric: 'cvr', numerator: 'buyers', denominator: 'uv' }
  const of = (ads: number) => {
    const rows = [
      { channel: 'ads', uv: ads, buyers: ads * 0.01, uvCompare: 1000, buyersCompare: 10 },
      { channel: 'own', uv: 1000, buyers: 50, uvCompare: 1000, buyersCompare: 50 },
    ]
    return read(sayMixShift(at, answerOf({ by: ['channel'], rows }), cut))
  }
  expect(of(3000)[0]).toContain('占比由 50.0% 变为 ')
  expect(of(1000)).toEqual([])
})

test('a goal says how far it is; without target or figure it says nothing', () => {
  const ref = { kind: 'plan', part: 'goals', id: 'g', field: null } as const
  const goal = (target: number | null, actual: number | null) => ({
    id: 'g',
    name: '全年支付金额',
    metric: 'paid',
    target,
    actual,
    status: 'behind' as const,
    figures: { target: figure(target, 'money', ref), actual: figure(actual, 'money', ref) },
  })
  const of = (target: number | null, actual: number | null) => read(sayAttainment(at, goal(target, actual)))
  expect(of(10_000, 9_000)).toEqual(['全年支付金额目标 ¥100.00，完成 ¥90.00，完成率 90.0%，还差 ¥10.00。'])
  expect(of(10_000, 12_000)[0]).toContain('超出 ¥20.00')
  expect(of(null, 9_000)).toEqual([])
  expect(of(0, 9_000)).toEqual([])
})
