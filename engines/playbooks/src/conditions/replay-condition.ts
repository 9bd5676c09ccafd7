import { type ConditionMemory, evaluate, NEW_MEMORY } from './evaluate.ts'
import type { MetricCondition } from './metric-condition.ts'
import type { MetricSeries } from './metric-series.ts'

/** One time that a condition would have fired. Minutes since 1970; `until` null while it still fired at the end. */
export type ReplayedFiring = {
  from: number
  until: number | null
  value: number | null
  baseline: number | null
}

export type ConditionReplay = {
  firings: ReplayedFiring[]
  /** Instants that were judged, and those of them that had no data. */
  judged: number
  withoutData: number
}

export type ReplayRange = {
  from: number
  to: number
  everyMinutes: number
  phaseAt?: (minute: number) => MetricSeries['phase']
}

function seriesAt(series: MetricSeries, at: number, { phaseAt }: ReplayRange): MetricSeries {
  const { phase: _now, ...rest } = series
  const phase = phaseAt?.(at)
  return { ...rest, at, ...(phase === undefined ? {} : { phase }) }
}

/**
 * When a condition would have fired in `[from, to]`, judged every so many minutes exactly as it would have been then: no later
 * point is looked at. Shape: firings in time order.
 */
export function replayCondition(condition: MetricCondition, series: MetricSeries, range: ReplayRange): ConditionReplay {
  const replay: ConditionReplay = { firings: [], judged: 0, withoutData: 0 }
  let memory: ConditionMemory = NEW_MEMORY
  for (let at = range.from; at <= range.to; at += range.everyMinutes) {
    const { state, value, baseline, memory: next } = evaluate(condition, seriesAt(series, at, range), memory)
    replay.judged++
    if (state === 'noData') replay.withoutData++
    const open = replay.firings.at(-1)
    if (open && open.until === null && next.firingSince === null) open.until = at
    if (next.firingSince === at) replay.firings.push({ from: at, until: null, value, baseline })
    memory = next
  }
  return replay
}
