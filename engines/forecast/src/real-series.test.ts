import { describe, expect, test } from 'vitest'
import { type AccuracyLine, accuracyTable, judgeSeries } from '../test/support/accuracy-table.ts'
import { readSet } from '../test/support/bench-sets.ts'

/** Enough series for the shares below to be steady, few enough for a test; the bench takes more. */
const SIZE = 30

/** `better`: share of series on which seasonal naive must be beaten by MASE or, where most days are 0, by RMSSE. */
const SETS = [
  { id: 'walmart', about: 'weekly sales of store departments with the holidays', measure: 'betterMase' },
  { id: 'frat', about: 'weekly units of SKUs in stores with price and promotion plan', measure: 'betterMase' },
  { id: 'avocado', about: 'weekly volume of markets', measure: 'betterMase' },
  { id: 'retailWeekly', about: 'weekly units of items', measure: 'betterMase' },
  { id: 'retailDaily', about: 'daily units of items, many intermittent', measure: 'betterRmsse' },
  { id: 'baby', about: 'daily Tmall purchases with platform occasions', measure: 'betterMase' },
] as const

describe('[P5.10] SKU demand on real sales, on weeks and days held out', () => {
  for (const { id, about, measure } of SETS) {
    const set = readSet(id, SIZE)
    const title = `${id} (${about}): better than seasonal naive on 80 % of series, below ETS on average, intervals honest`
    test.skipIf(set === null)(
      set === null ? `${title} — skipped: the public data is not here` : title,
      { timeout: 240_000 },
      () => {
        if (!set) return
        const table = accuracyTable(judgeSeries(set))
        const line = (model: AccuracyLine['model']): AccuracyLine =>
          table.find((l) => l.model === model) as AccuracyLine
        const auto = line('auto')
        expect(auto[measure]).toBeGreaterThanOrEqual(0.8)
        expect(auto.mase).toBeLessThan(line('ets').mase)
        expect(auto.rmsse).toBeLessThan(line('ets').rmsse)
        expect(auto.mase).toBeLessThan(line('croston').mase)
        const [eighty = 0, ninetyFive = 0] = auto.coverage
        expect(Math.abs(eighty - 0.8)).toBeLessThan(0.08)
        expect(Math.abs(ninetyFive - 0.95)).toBeLessThan(0.05)
      },
    )
  }
})
