import { parseDay } from '@zhanggui/kernel'
import { describe, expect, it, test } from 'vitest'
import { madeUpShop } from '../../test/support/made-up-shop.ts'
import { eventSpans } from '../series/event-span.ts'
import { prepareHistory } from '../series/prepare-history.ts'
import { makeCandidates } from './make-candidates.ts'
import { rollingOrigins } from './rolling-origins.ts'

const START = parseDay('2024-01-01')
const END = 400

test('no candidate looks past its origin: other sales after it change nothing before it', () => {
  const past: (number | null)[] = madeUpShop('2024-01-01', END, { noise: 0.3, year: 0.3 })
  for (const gap of [5, 60, 395, 399]) past[gap] = null
  const forecasts = [1, 5].map((factor) => {
    const values = [...past, ...madeUpShop('2025-02-04', 60, { noise: 0.3, level: 100 * factor })]
    const request = {
      series: { start: START, grain: 'day' as const, values },
      horizon: 14,
      events: eventSpans({ from: START, to: parseDay('2025-06-01') }),
      intervals: [],
      seed: 1,
    }
    const history = prepareHistory(request)
    return makeCandidates(history, request).candidates.map((candidate) => candidate.fit(END, 14)?.mean)
  })
  expect(forecasts[0]?.length).toBeGreaterThan(6)
  expect(forecasts[0]).toEqual(forecasts[1])
})

describe('rolling origins', () => {
  it('leaves two seasons before every origin, where the history has them', () => {
    expect(rollingOrigins({ length: 143, horizon: 8, season: 52 })?.ends).toEqual([135, 131, 127, 123, 119])
  })
  it('shortens the horizon to a quarter of a short history', () => {
    expect(rollingOrigins({ length: 20, horizon: 12, season: 7 })).toEqual({ ends: [15], horizon: 5 })
  })
  it('has none for a handful of values', () => {
    expect(rollingOrigins({ length: 6, horizon: 3, season: 7 })).toBeNull()
  })
})
