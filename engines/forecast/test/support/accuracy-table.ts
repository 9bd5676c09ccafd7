import type { BenchSet } from './bench-series.ts'
import { endsOf, type Judged, judge, LEVELS } from './judge.ts'

export const JUDGED_MODELS = ['auto', 'seasonalNaive', 'ets', 'croston'] as const
export type JudgedModel = (typeof JUDGED_MODELS)[number]

/** One series' figures for one model, over its origins. */
export type SeriesRow = { set: string; series: string; model: JudgedModel; judged: Judged[] }

/** A line of the accuracy table: one model on one set. */
export type AccuracyLine = {
  set: string
  model: JudgedModel
  series: number
  mase: number
  rmsse: number
  /** Share of the series on which MASE (RMSSE) is below seasonal naive's. */
  betterMase: number
  betterRmsse: number
  coverage: number[]
  totalCoverage: number[]
  msEach: number
}

export const judgeSeries = (set: BenchSet): SeriesRow[] =>
  set.series.flatMap((one) =>
    JUDGED_MODELS.map((model) => ({
      set: set.id,
      series: one.id,
      model,
      judged: endsOf(set, one.series.values.length).map((end) => judge(one, { end, horizon: set.horizon, model })),
    })),
  )

const meanKnown = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((v) => v !== null)
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length
}
const mean = (values: readonly (number | null)[]): number => meanKnown(values) ?? Number.NaN

function lineOf(rows: readonly SeriesRow[], yardstick: readonly SeriesRow[]): AccuracyLine {
  const naive = new Map(yardstick.map((row) => [row.series, row]))
  const better = (pick: (j: Judged) => number | null): number =>
    mean(
      rows.map((row) => {
        const own = meanKnown(row.judged.map(pick))
        const other = meanKnown(naive.get(row.series)?.judged.map(pick) ?? [])
        return own === null || other === null ? null : Number(own < other)
      }),
    )
  const all = rows.flatMap((row) => row.judged)
  const first = rows[0] as SeriesRow
  return {
    set: first.set,
    model: first.model,
    series: rows.length,
    mase: mean(rows.map((row) => meanKnown(row.judged.map((j) => j.mase)))),
    rmsse: mean(rows.map((row) => meanKnown(row.judged.map((j) => j.rmsse)))),
    betterMase: better((j) => j.mase),
    betterRmsse: better((j) => j.rmsse),
    coverage: LEVELS.map((_, i) => mean(all.map((j) => j.coverage[i] ?? null))),
    totalCoverage: LEVELS.map((_, i) => mean(all.map((j) => j.total[i] ?? null))),
    msEach: mean(all.map((j) => j.ms)),
  }
}

/** Lines by set and model. A series without a scale (constant before the origin) is left out of the means. */
export function accuracyTable(rows: readonly SeriesRow[]): AccuracyLine[] {
  const sets = [...new Set(rows.map((row) => row.set))]
  return sets.flatMap((set) => {
    const ofSet = rows.filter((row) => row.set === set)
    const yardstick = ofSet.filter((row) => row.model === 'seasonalNaive')
    return JUDGED_MODELS.map((model) =>
      lineOf(
        ofSet.filter((row) => row.model === model),
        yardstick,
      ),
    )
  })
}
