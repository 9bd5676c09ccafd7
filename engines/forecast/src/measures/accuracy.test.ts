import { describe, expect, it, test } from 'vitest'
import { reference, referenceSeries, relativeGap } from '../../test/support/reference.ts'
import { etsAhead, runEts } from '../ets/run-ets.ts'
import { drift, naive, seasonalNaive } from '../smoothing/naive.ts'
import { theta } from '../theta/theta.ts'
import { coverage, mae, mape, mase, pinball, rmse, rmsse, smape, wrmsse } from './accuracy.ts'

type Row = { rmse: number; mape: number; mase: number; mean: number[] }
type HoldOut = {
  snaive: Row
  theta: Row
  ets: Row & { par: Record<string, number>; season0: number[] }
  hw: Row & { alpha: number; beta: number; gamma: number; level: number; trend: number; seasonalReversed: number[] }
  naiveNile: { rmse: number; mae: number; mape: number }
  driftAir: { ahead: number[]; rmse: number }
}
const table = reference<HoldOut>('hold-out')
const air = referenceSeries('airPassengers')
const train = air.subarray(0, 120)
const test1959 = Array.from(air.subarray(120))

const measured = (forecast: ArrayLike<number>): number[] => {
  const compared = { actual: test1959, forecast: Array.from(forecast) }
  return [rmse(compared) ?? 0, 100 * (mape(compared) ?? 0), mase({ ...compared, history: train, season: 12 }) ?? 0]
}

describe('hold-out 1959–60 of AirPassengers matches R accuracy()', () => {
  test.each(['snaive', 'theta', 'ets', 'hw'] as const)("RMSE, MAPE and MASE of R's %s forecasts", (name) => {
    const row = table[name]
    expect(relativeGap(measured(row.mean), [row.rmse, row.mape, row.mase])).toBeLessThan(1e-6)
  })
  test('our seasonal naive is the same', () => {
    const mean = seasonalNaive({ history: train, horizon: 24, season: 12 })?.mean ?? []
    expect(relativeGap(mean, table.snaive.mean)).toBe(0)
  })
  test('our theta is the same to 0.01', () => {
    const mean = theta({ history: train, horizon: 24, season: 12 })?.mean ?? []
    for (const [i, v] of table.theta.mean.entries()) expect(Math.abs((mean[i] as number) - v)).toBeLessThan(0.01)
  })
  test("our recursion with R's ets and hw parameters is the same", () => {
    const { ets, hw } = table
    const [level = 0, trend = 0, ...season] = ets.season0
    const damped = { error: 'M', trend: 'Ad', season: 'M' } as const
    const parameters = {
      alpha: ets.par.alpha ?? 0,
      beta: ets.par.beta ?? 0,
      gamma: ets.par.gamma ?? 0,
      phi: ets.par.phi ?? 1,
    }
    const run = runEts(train, damped, parameters, { level, trend, seasonal: Float64Array.from(season.reverse()) })
    // R leaves the first step of (M,Ad,M) undamped; see ets.test.ts.
    const state = { ...run.state, trend: run.state.trend / parameters.phi }
    expect(relativeGap(etsAhead(damped, parameters.phi, state, 24).mean, ets.mean)).toBeLessThan(5e-6)
    // R prints eleven of hw's twelve starting values; they average 1.
    const last = 12 - hw.seasonalReversed.reduce((a, b) => a + b, 0)
    const seasonal = Float64Array.from([...hw.seasonalReversed, last].reverse())
    const straight = { error: 'M', trend: 'A', season: 'M' } as const
    const hwRun = runEts(train, straight, { ...hw, phi: 1 }, { level: hw.level, trend: hw.trend, seasonal })
    // Beyond one season R's closed form adds the covariance of level and season, 4e-4 here; the recursion is compared before it.
    expect(relativeGap(etsAhead(straight, 1, hwRun.state, 12).mean, hw.mean.slice(0, 12))).toBeLessThan(1e-6)
  })
})

test('naive on Nile and drift on AirPassengers match R in sample', () => {
  const nile = referenceSeries('nile')
  const fitted = Array.from(naive({ history: nile, horizon: 1, season: 1 })?.fitted ?? [])
  const compared = { actual: Array.from(nile), forecast: fitted }
  const found = [rmse(compared), mae(compared), 100 * (mape(compared) ?? 0)] as number[]
  expect(relativeGap(found, [table.naiveNile.rmse, table.naiveNile.mae, table.naiveNile.mape])).toBeLessThan(1e-9)
  const line = drift({ history: air, horizon: 3, season: 12 })
  expect(relativeGap(line?.mean ?? [], table.driftAir.ahead)).toBeLessThan(1e-12)
  expect(rmse({ actual: Array.from(air), forecast: Array.from(line?.fitted ?? []) })).toBeCloseTo(
    table.driftAir.rmse,
    9,
  )
})

describe('measures by hand', () => {
  const compared = { actual: [2, null, 4], forecast: [1, 100, 6] }
  it('an unknown actual is left out', () => {
    expect(mae(compared)).toBe(1.5)
    expect(rmse(compared)).toBeCloseTo(Math.sqrt(2.5), 12)
  })
  it('MASE and RMSSE scale by the history’s naive errors; a constant history has no scale', () => {
    expect(mase({ ...compared, history: [1, 3, 2], season: 1 })).toBe(1)
    expect(rmsse({ ...compared, history: [1, 3, 2] })).toBeCloseTo(1, 12)
    expect(mase({ ...compared, history: [5, 5, 5], season: 1 })).toBeNull()
  })
  it('sMAPE lies in [0, 2] and counts 0 against 0 as right', () => {
    expect(smape({ actual: [0, 3], forecast: [0, 1] })).toBe(0.5)
    expect(smape({ actual: [0], forecast: [7] })).toBe(2)
  })
  it('pinball weighs under- and over-forecast by the quantile', () => {
    expect(pinball({ actual: [10], forecast: [8], quantile: 0.9 })).toBeCloseTo(1.8, 12)
    expect(pinball({ actual: [8], forecast: [10], quantile: 0.9 })).toBeCloseTo(0.2, 12)
  })
  it('coverage counts both ends of the interval as inside', () => {
    expect(coverage({ actual: [1, 5, null, 9], lower: [1, 0, 0, 0], upper: [2, 5, 9, 8] })).toBeCloseTo(2 / 3, 12)
  })
  it('WRMSSE leaves out what has no scale, with its weight', () => {
    expect(
      wrmsse([
        { rmsse: 1, weight: 1 },
        { rmsse: 0.5, weight: 3 },
        { rmsse: null, weight: 100 },
      ]),
    ).toBe(0.625)
    expect(wrmsse([])).toBeNull()
  })
})
