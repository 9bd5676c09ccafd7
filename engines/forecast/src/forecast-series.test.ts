import { addDays, createRng, parseDay } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { around, madeUpShop } from '../test/support/made-up-shop.ts'
import { type Forecast, type ForecastRequest, MODEL_IDS } from './forecast.ts'
import { forecastBatch } from './forecast-batch.ts'
import { forecastSeries } from './forecast-series.ts'
import { eventSpans } from './series/event-span.ts'
import type { Series } from './series/series.ts'

const START = parseDay('2024-01-01')
const daily = (values: Series['values'], start = START): Series => ({ start, grain: 'day', values })
const ask = (values: Series['values'], more: Partial<ForecastRequest> = {}): Forecast =>
  forecastSeries({ series: daily(values), horizon: 7, intervals: [0.8, 0.95], seed: 1, ...more })
const codes = ({ warnings }: Forecast): string[] => warnings.map((w) => w.code)
const at = (forecast: Forecast, day: string): Forecast['values'][number] => {
  const found = forecast.values.find((v) => v.period === day)
  if (!found) throw new Error(`no ${day}`)
  return found
}

/** Any history a shop could hand in: gaps, zeros, spikes, tiny and huge units. */
const anyValues = fc
  .tuple(
    fc.constantFrom(1, 1e-3, 1e7),
    fc.array(fc.option(fc.nat({ max: 60 }), { freq: 12 }), { minLength: 1, maxLength: 90 }),
  )
  .filter(([, values]) => values.some((v) => v !== null))
  .map(([unit, values]) => values.map((v) => (v === null ? null : v * unit)))
const anyGrain = fc.constantFrom('day' as const, 'week' as const, 'month' as const)

describe('laws of every forecast', () => {
  test('parts add up to the mean exactly; intervals hold it and are nested; nothing is negative where nothing was', () => {
    fc.assert(
      fc.property(anyValues, anyGrain, fc.constantFrom('auto' as const, ...MODEL_IDS), (values, grain, model) => {
        const series = { start: START, grain, values }
        const { values: ahead, total } = forecastSeries({ series, horizon: 9, intervals: [0.5, 0.9], seed: 3, model })
        for (const { mean, lower, upper, parts } of ahead) {
          expect(parts.base + parts.season + parts.event + parts.promotion).toBe(mean)
          expect(Number.isFinite(mean) && mean >= 0).toBe(true)
          const [low50, low90, up50, up90] = [...lower, ...upper] as [number, number, number, number]
          expect(0 <= low90 && low90 <= low50 && low50 <= mean && mean <= up50 && up50 <= up90).toBe(true)
        }
        expect(total.mean).toBeCloseTo(
          ahead.reduce((sum, v) => sum + v.mean, 0),
          6,
        )
      }),
      { numRuns: 150, seed: 20261122 },
    )
  })
  test('the same request gives the same answer', () => {
    const values = madeUpShop('2024-01-01', 120, { noise: 0.3, year: 0.2 })
    expect(ask(values)).toEqual(ask(values))
  })
  test('the unit does not matter: a thousand times the sales, a thousand times the forecast', () => {
    const values = madeUpShop('2024-01-01', 200, { noise: 0.3, week: [1, 1, 1, 1, 1, 1.5, 1.6] })
    const small = ask(values).values.map((v) => v.mean)
    const large = ask(values.map((v) => v * 1000)).values.map((v) => v.mean / 1000)
    for (const [i, v] of small.entries()) expect(large[i] as number).toBeCloseTo(v, 1)
  })
})

describe('short and broken histories', () => {
  test.each([
    { name: 'one point', values: [5], mean: 5, warns: ['shortHistory', 'intervalAssumed'] },
    { name: 'all zeros', values: [0, 0, 0, 0, 0], mean: 0, warns: ['allZero'] },
    { name: 'constant', values: new Array<number>(30).fill(7), mean: 7, warns: ['constantHistory'] },
    { name: 'a gap', values: [4, null, 4, 4, 4, null, 4, 4, 4, 4], mean: 4, warns: ['gapsFilled', 'shortHistory'] },
    { name: 'unknown before the first value', values: [null, null, 3, 3, 3, 3], mean: 3, warns: ['shortHistory'] },
    {
      name: 'zeros before the launch',
      values: [...new Array<number>(40).fill(0), 6, 6, 6, 6, 6, 6, 6, 6],
      mean: 6,
      warns: ['leadingZerosDropped'],
    },
  ])('$name: forecast $mean and a warning', ({ values, mean, warns }) => {
    const forecast = ask(values)
    expect(forecast.values[0]?.mean).toBeCloseTo(mean, 0)
    for (const code of warns) expect(codes(forecast)).toContain(code)
  })
  it('takes a sell-out as unknown, not as no demand', () => {
    const sales = madeUpShop('2024-01-01', 120, { noise: 0.1 })
    const soldOut = (v: number | null) => sales.map((sale, t) => (t >= 90 ? v : sale))
    const unknown = ask(soldOut(null)).values[0]?.mean ?? 0
    const zero = ask(soldOut(0)).values[0]?.mean ?? 0
    expect(unknown).toBeGreaterThan(80)
    expect(zero).toBeLessThan(0.4 * unknown)
  })
  it('follows a level shift and says so', () => {
    const values = [
      ...madeUpShop('2024-01-01', 100, { noise: 0.1 }),
      ...madeUpShop('2024-04-10', 25, { noise: 0.1, level: 300 }),
    ]
    const forecast = ask(values)
    expect(codes(forecast)).toContain('levelShift')
    expect(forecast.values[0]?.mean).toBeGreaterThan(240)
    expect(forecast.values[0]?.mean).toBeLessThan(360)
  })
  it('knows intermittent demand and forecasts its rate', () => {
    const rng = createRng('rare')
    const values = Array.from({ length: 300 }, () => (rng.next() < 0.15 ? 2 : 0))
    const forecast = ask(values)
    expect(codes(forecast)).toContain('intermittent')
    expect(forecast.values[0]?.mean).toBeGreaterThan(0.15)
    expect(forecast.values[0]?.mean).toBeLessThan(0.5)
  })
  it('warns when sales stop', () => {
    expect(codes(ask([...madeUpShop('2024-01-01', 60, { noise: 0.1 }), 0, 0, 0, 0, 0, 0, 0, 0]))).toContain(
      'trailingZeros',
    )
  })
  it('lets net sales be negative where they have been', () => {
    const rng = createRng('net')
    const values = Array.from({ length: 90 }, () => -50 + 10 * rng.normal())
    expect(ask(values).values[0]?.mean).toBeLessThan(-35)
  })
  it('answers with naive when the model asked for needs more history, and says so', () => {
    const forecast = ask([1, 2, 3], { model: 'holtWintersAdditive' })
    expect(forecast.model).toBe('naive')
    expect(codes(forecast)).toContain('modelReplaced')
  })
})

describe('events', () => {
  const spans = eventSpans({ from: START, to: parseDay('2027-01-01') })
  const peak = (year: number): Record<string, number> => around(`${year}-11-11`, 1, [2, 8, 2])
  const lull = (newYear: string): Record<string, number> => around(newYear, 4, [0.6, 0.4, 0.3, 0.3, 0.3, 0.3, 0.4, 0.5])
  const days = { ...peak(2024), ...peak(2025), ...lull('2024-02-10'), ...lull('2025-01-29') }
  const values = madeUpShop('2024-01-01', 731, { noise: 0.15, week: [1, 1, 1, 1, 1, 1.2, 1.2], days })

  test('双11 keeps its campaign day, and the event part says how much it adds', () => {
    const forecast = ask(values.slice(0, 670), { events: spans, horizon: 30, model: 'decomposition' })
    const main = at(forecast, '2025-11-11')
    expect(main.mean).toBeGreaterThan(550)
    expect(main.parts.event).toBeGreaterThan(0.7 * main.mean)
    expect(at(forecast, '2025-11-06').mean).toBeLessThan(150)
  })
  test('[R13] the Spring Festival lull moves with the lunar new year: 2026-02-17, not 29 January', () => {
    const forecast = ask(values, { events: spans, horizon: 60 })
    expect(at(forecast, '2026-02-17').mean).toBeLessThan(60)
    expect(at(forecast, '2026-01-29').mean).toBeGreaterThan(80)
    expect(at(forecast, '2026-02-17').parts.event).toBeLessThan(-25)
  })
  test('an event that the history never saw is named, and gets no effect', () => {
    const opening = [{ id: 'opening', days: [{ day: addDays(START, 122), offset: 0, weight: 1 }] }]
    const forecast = ask(values.slice(0, 120), { events: opening })
    expect(forecast.warnings).toContainEqual({ code: 'eventUnseen', detail: 'opening' })
    expect(forecast.values.every((v) => v.parts.event === 0)).toBe(true)
  })
})

describe('price and promotion', () => {
  const rng = createRng('promo')
  const promo = Array.from({ length: 214 }, (_, t) => (t < 207 ? Number(rng.next() < 0.15) : Number(t === 210)))
  const price = promo.map((flag, t) => (flag ? 8 : 10) * (t % 30 < 15 ? 1 : 1.1))
  const values = madeUpShop('2024-01-01', 207, { noise: 0.1 }).map(
    (v, t) => v * (promo[t] ? 2 : 1) * ((price[t] as number) / 10) ** -2,
  )
  const regressors = [
    { id: 'price', kind: 'price' as const, values: price },
    { id: 'promotion', kind: 'promotion' as const, values: promo },
  ]
  test('the uplift of a promotion and the elasticity of a price are found and told', () => {
    const { values: ahead } = ask(values, { regressors })
    const [ordinary, promoted] = [ahead[2]?.mean ?? 0, ahead[3]?.mean ?? 0]
    const truth = 2 * ((price[210] as number) / (price[209] as number)) ** -2
    expect(promoted / ordinary).toBeGreaterThan(0.85 * truth)
    expect(promoted / ordinary).toBeLessThan(1.15 * truth)
    expect(ahead[3]?.parts.promotion).toBeGreaterThan(0.4 * promoted)
  })
  test('the effects are told by name: an elasticity of −2, a promotion that doubles', () => {
    const { influences } = ask(values, { regressors })
    expect(influences.map((i) => [i.id, i.kind])).toEqual([
      ['price', 'price'],
      ['promotion', 'promotion'],
    ])
    expect(influences[0]?.effect).toBeGreaterThan(-2.4)
    expect(influences[0]?.effect).toBeLessThan(-1.6)
    expect(influences[1]?.effect).toBeGreaterThan(0.7)
    expect(influences[1]?.effect).toBeLessThan(1.3)
    expect(ask(values).influences).toEqual([])
  })
  test('a plan with holes is filled with the last price and no promotion, and named', () => {
    const holed = regressors.map((r) => ({ ...r, values: r.values.map((v, t) => (t === 212 ? null : v)) }))
    expect(ask(values, { regressors: holed }).warnings).toContainEqual({
      code: 'regressorUnknownAhead',
      detail: 'price, promotion',
    })
  })
})

describe('signals of a pre-sale', () => {
  /** Launch days at no regular distance; the deposits before each, of very different size, say how much it will sell. */
  const launches = new Map([
    [40, 900],
    [95, 100],
    [161, 400],
    [230, 1500],
    [302, 250],
    [365, 1000],
  ])
  const deposits = Array.from({ length: 380 }, (_, t) => launches.get(t) ?? 0)
  const values = madeUpShop('2024-01-01', 360, { noise: 0.1, level: 100 }).map((v, t) => v + 0.8 * (deposits[t] ?? 0))
  const horizon = 20
  const launch = (forecast: Forecast) => forecast.values[5]

  test('[P5.10] deposits tell how much the launch will sell, as a part of the event; without them nobody knows', () => {
    const told = ask(values, { horizon, regressors: [{ id: 'presale', kind: 'signal', values: deposits }] })
    expect(launch(told)?.mean).toBeGreaterThan(600)
    expect(launch(told)?.mean).toBeLessThan(1300)
    expect(launch(told)?.parts.event).toBeGreaterThan(400)
    expect(told.influences[0]?.effect).toBeGreaterThan(2)
    expect(launch(ask(values, { horizon }))?.mean).toBeLessThan(200)
  })

  test('[P5.10] on launches held out, the signal forecasts better than the same model without it', () => {
    const errors = (withSignal: boolean): number =>
      [230, 302].reduce((sum, day) => {
        const end = day - 5
        const regressors = [{ id: 'presale', kind: 'signal' as const, values: deposits.slice(0, end + 10) }]
        const forecast = ask(values.slice(0, end), { horizon: 10, ...(withSignal ? { regressors } : {}) })
        return sum + Math.abs((forecast.values[5]?.mean ?? 0) - (values[day] ?? 0))
      }, 0)
    expect(errors(true)).toBeLessThan(0.6 * errors(false))
  })
})

test('a price far below any that was ever asked is not believed to sell without end, and is named', () => {
  const rng = createRng('typo')
  const price = Array.from({ length: 127 }, (_, t) => (t >= 120 ? 0.1 : 9 + 2 * rng.next()))
  const values = madeUpShop('2024-01-01', 120, { noise: 0.1 }).map((v, t) => v * ((price[t] as number) / 10) ** -2)
  const forecast = ask(values, { regressors: [{ id: 'price', kind: 'price', values: price }] })
  expect(forecast.warnings).toContainEqual({ code: 'regressorBeyondHistory', detail: 'price' })
  expect(forecast.values[0]?.mean).toBeLessThan(10 * 100)
})

describe('honesty', () => {
  test('intervals of 80 and 95 % hold about that share of what comes', () => {
    const inside = [0, 0]
    let count = 0
    for (let k = 0; k < 60; k++) {
      const all = madeUpShop('2024-01-01', 240, { noise: 0.4, week: [1, 1, 1, 1, 1.1, 1.4, 1.3], seed: `c${k}` })
      const forecast = ask(all.slice(0, 226), { horizon: 14 })
      for (const [h, v] of forecast.values.entries()) {
        const y = all[226 + h] as number
        count++
        for (const i of [0, 1])
          if (y >= (v.lower[i] as number) && y <= (v.upper[i] as number)) inside[i] = (inside[i] as number) + 1
      }
    }
    expect((inside[0] as number) / count).toBeGreaterThan(0.75)
    expect((inside[0] as number) / count).toBeLessThan(0.88)
    expect((inside[1] as number) / count).toBeGreaterThan(0.92)
    expect((inside[1] as number) / count).toBeLessThan(0.99)
  })
  test('the back-test names every candidate, its own figures and seasonal naive’s', () => {
    const { backtest, members } = ask(madeUpShop('2024-01-01', 300, { noise: 0.3, week: [1, 1, 1, 1, 1, 1.6, 1.7] }))
    expect(backtest?.mase ?? 9).toBeLessThan(backtest?.naive.mase ?? 0)
    expect(backtest?.candidates.map((c) => c.model)).toContain('decomposition')
    expect(members.reduce((sum, m) => sum + m.weight, 0)).toBeCloseTo(1, 9)
    expect(backtest?.coverage.map((c) => c.level)).toEqual([0.8, 0.95])
  })
})

describe('bad requests', () => {
  const series = daily([1, 2, 3])
  test.each([
    { name: 'no known value', request: { series: daily([null, null]) }, code: 'noHistory' },
    { name: 'an empty history', request: { series: daily([]) }, code: 'noHistory' },
    { name: 'NaN', request: { series: daily([1, Number.NaN]) }, code: 'badValue' },
    { name: 'horizon 0', request: { horizon: 0 }, code: 'badHorizon' },
    { name: 'half a period', request: { horizon: 1.5 }, code: 'badHorizon' },
    { name: 'a level in percent', request: { intervals: [80] }, code: 'badInterval' },
    {
      name: 'months from mid-month',
      request: { series: { ...series, grain: 'month' as const, start: parseDay('2024-01-15') } },
      code: 'monthStart',
    },
    {
      name: 'a regressor without its horizon',
      request: { regressors: [{ id: 'p', kind: 'price' as const, values: [1, 2, 3] }] },
      code: 'regressorLength',
    },
  ])('$name is refused in both languages', ({ request, code }) => {
    const [item] = forecastBatch([{ series, horizon: 2, intervals: [0.8], seed: 1, ...request }])
    expect(item?.ok).toBe(false)
    if (item?.ok === false) {
      expect(item.error.code).toBe(code)
      expect(item.error.messageZh).toMatch(/[一-鿿]/)
      expect(item.error.messageEn).toMatch(/[a-z]/)
    }
  })
  test('one bad series does not stop the others', () => {
    const good = { series, horizon: 2, intervals: [0.8], seed: 1 }
    expect(forecastBatch([good, { ...good, horizon: -1 }, good]).map((item) => item.ok)).toEqual([true, false, true])
  })
})
