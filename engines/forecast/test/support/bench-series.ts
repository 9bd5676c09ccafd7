import type { EventSpan } from '../../src/series/event-span.ts'
import type { Regressor } from '../../src/series/regressor.ts'
import type { Series } from '../../src/series/series.ts'

/** One real series with what is known about it beside its values; regressors cover the whole series. */
export type BenchSeries = { id: string; series: Series; events: readonly EventSpan[]; regressors: readonly Regressor[] }

/** A data set with the question put to it: how far ahead, from how many origins back from its end. */
export type BenchSet = { id: string; horizon: number; origins: number; series: BenchSeries[] }

/** Every k-th of the series, so that a sample spreads over the whole list. */
export function sample<T>(items: readonly T[], size: number): T[] {
  const step = items.length / Math.min(size, items.length)
  return Array.from({ length: Math.min(size, items.length) }, (_, i) => items[Math.floor(i * step)] as T)
}
