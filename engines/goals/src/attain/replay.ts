/** What was expected of a period before it began, or part-way through, and what came. */
export type Replayed = { period: string; expected: number | null; actual: number | null }

/** `error` = expected − actual; `relative` of the actual; null where one side is unknown or the actual is 0. */
export type ReplayError = Replayed & { error: number | null; relative: number | null }

/** Forecast error of each period and their weighted mean: Σ |error| ÷ Σ |actual| (WAPE), and Σ error ÷ Σ actual (bias). */
export function replayErrors(periods: readonly Replayed[]): {
  periods: ReplayError[]
  wape: number | null
  bias: number | null
} {
  const judged = periods.map((p) => {
    const error = p.expected === null || p.actual === null ? null : p.expected - p.actual
    return { ...p, error, relative: error === null || !p.actual ? null : error / p.actual }
  })
  const known = judged.filter((p) => p.error !== null)
  const sum = (pick: (p: ReplayError) => number): number => known.reduce((acc, p) => acc + pick(p), 0)
  const actual = sum((p) => Math.abs(p.actual ?? 0))
  if (actual === 0) return { periods: judged, wape: null, bias: null }
  return { periods: judged, wape: sum((p) => Math.abs(p.error ?? 0)) / actual, bias: sum((p) => p.error ?? 0) / actual }
}
