import { describe, expect, it, test } from 'vitest'
import { reference, referenceSeries, relativeGap } from '../../test/support/reference.ts'
import { decompose } from './decompose.ts'
import {
  fitHoltWinters,
  type HoltWintersSetting,
  holtWintersAdditive,
  holtWintersAhead,
  holtWintersMultiplicative,
  runHoltWinters,
} from './holt-winters.ts'

type Row = {
  alpha: [number]
  beta: [number]
  gamma: [number]
  sse: number
  level: number
  trend: number
  ahead: number[]
}
const table = reference<Record<string, Row>>('holt-winters')
const figures = reference<{ mult: number[]; add: number[] }>('decompose')

const CASES = [
  { name: 'airMult', series: 'airPassengers', multiplicative: true, fitted: true },
  { name: 'airAdd', series: 'airPassengers', multiplicative: false, fitted: true },
  { name: 'airMultFixed', series: 'airPassengers', multiplicative: true, fitted: false },
  { name: 'airAddFixed', series: 'airPassengers', multiplicative: false, fitted: false },
  { name: 'co2', series: 'co2', multiplicative: false, fitted: true },
] as const

describe('Holt-Winters matches R HoltWinters', () => {
  for (const { name, series, multiplicative, fitted } of CASES) {
    const row = table[name] as Row
    const values = referenceSeries(series)
    const setting: HoltWintersSetting = { season: 12, multiplicative }
    const parameters = { alpha: row.alpha[0], beta: row.beta[0], gamma: row.gamma[0] }

    test(`${name}: with R's parameters the squared error, level, trend and forecasts agree to 1e-9`, () => {
      const { sse, state } = runHoltWinters(values, parameters, setting)
      const { mean } = holtWintersAhead(state, { length: values.length, horizon: 12, multiplicative })
      expect(relativeGap([sse, state.level, state.trend], [row.sse, row.level, row.trend])).toBeLessThan(1e-9)
      expect(relativeGap(mean, row.ahead)).toBeLessThan(1e-9)
    })

    if (fitted)
      test(`${name}: our own parameters reach R's squared error`, () => {
        const { sse } = runHoltWinters(values, fitHoltWinters(values, setting), setting)
        expect(sse).toBeLessThanOrEqual(row.sse * (1 + 1e-7))
      })
  }
})

describe('classical decomposition matches R decompose', () => {
  const values = referenceSeries('airPassengers')
  test.each([
    { kind: 'multiplicative', multiplicative: true, figure: figures.mult },
    { kind: 'additive', multiplicative: false, figure: figures.add },
  ])('$kind figure of AirPassengers to 1e-10', ({ multiplicative, figure }) => {
    expect(relativeGap(decompose(values, { season: 12, multiplicative }).figure, figure)).toBeLessThan(1e-10)
  })
})

describe('what Holt-Winters refuses', () => {
  it('under two seasons and three periods', () => {
    expect(holtWintersAdditive({ history: new Float64Array(16).fill(3), horizon: 2, season: 7 })).toBeNull()
  })
  it('a zero, when the season multiplies', () => {
    const history = Float64Array.from({ length: 40 }, (_, t) => t % 7)
    expect(holtWintersMultiplicative({ history, horizon: 2, season: 7 })).toBeNull()
  })
})
