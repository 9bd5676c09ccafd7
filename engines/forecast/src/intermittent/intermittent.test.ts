import { describe, expect, it, test } from 'vitest'
import { reference } from '../../test/support/reference.ts'
import { adida } from './adida.ts'
import { classifyDemand } from './classify-demand.ts'
import { croston, crostonRates, sba } from './croston.ts'
import { tsb } from './tsb.ts'

const table = reference<{ demand: number[]; rate01: number; rate02: number }>('croston')
const demand = Float64Array.from(table.demand)
const rateOf = (model: typeof croston, history: Float64Array): number | undefined =>
  model({ history, horizon: 1, season: 1 })?.mean[0]

describe('Croston and relatives', () => {
  test('Croston matches R forecast croston with smoothing 0.1 and 0.2', () => {
    expect(rateOf(croston, demand)).toBeCloseTo(table.rate01, 12)
    expect(crostonRates(demand, 0.2)?.rate).toBeCloseTo(table.rate02, 12)
  })
  it('SBA is Croston less half the smoothing', () => {
    expect(rateOf(sba, demand)).toBeCloseTo(table.rate01 * 0.95, 12)
  })
  it('TSB sinks while nothing sells, Croston does not', () => {
    const dead = Float64Array.from([...table.demand, ...new Array<number>(40).fill(0)])
    expect(rateOf(tsb, dead)).toBeLessThan(0.5 * (rateOf(tsb, demand) ?? 0))
    expect(rateOf(croston, dead)).toBeCloseTo(table.rate01, 12)
  })
  it('ADIDA of a demand every fourth period is a quarter of it', () => {
    const regular = Float64Array.from({ length: 48 }, (_, t) => (t % 4 === 3 ? 8 : 0))
    expect(rateOf(adida, regular)).toBeCloseTo(2, 6)
  })
  it('nothing sold gives no model, not a zero', () => {
    for (const model of [croston, sba, tsb, adida]) expect(rateOf(model, new Float64Array(12))).toBeUndefined()
  })
})

describe('kind of demand by the published cut-offs (ADI 1.32, CV² 0.49)', () => {
  test.each([
    { values: [5, 6, 5, 4, 5], kind: 'smooth' },
    { values: [1, 30, 2, 25, 1], kind: 'erratic' },
    { values: [0, 5, 0, 0, 5, 0, 4], kind: 'intermittent' },
    { values: [0, 1, 0, 0, 40, 0, 2], kind: 'lumpy' },
  ])('$kind', ({ values, kind }) => {
    expect(classifyDemand(Float64Array.from(values))?.kind).toBe(kind)
  })
  it('is unknown without a sale, and unknown periods do not count', () => {
    expect(classifyDemand(new Float64Array(9))).toBeNull()
    expect(classifyDemand(Float64Array.of(4, Number.NaN, 4))?.adi).toBe(1)
  })
})
