import {
  type Combine,
  type ConditionMemory,
  evaluate,
  type MetricCondition,
  type MetricSeries,
  NEW_MEMORY,
  type SeriesPoint,
} from '@zhanggui/playbooks'
import { findPlanMetric } from '../plans/plan-metric.ts'

/** How the figures that tracking makes become a window; the plans' own metrics say it themselves. */
const TRACKED: Readonly<Record<string, Combine>> = { trackedPayRate: 'ratio' }

const combineOf = (metric: string): Combine => findPlanMetric(metric)?.combine ?? TRACKED[metric] ?? 'sum'

/** Last time's course of the same campaign day. */
export type LastTime = { startsAt: number; points: ReadonlyMap<string, readonly SeriesPoint[]> }

export type Watched = { points: readonly SeriesPoint[]; startsAt: number; last: LastTime | null }

/** Judges one trigger minute after minute, as the server does, and remembers since when it is fine again. */
export class Watch {
  private readonly condition: MetricCondition
  private memory: ConditionMemory = NEW_MEMORY
  firing = false
  value: number | null = null
  /** Minute (since 1970) from which it has been fine; null while it fires. */
  fineSince: number | null = null

  constructor(condition: MetricCondition) {
    this.condition = condition
  }

  look({ points, startsAt, last }: Watched, at: number): void {
    const { metric } = this.condition
    const series: MetricSeries = {
      at,
      stepMinutes: 1,
      combine: combineOf(metric),
      points,
      knownTo: at,
      phase: 'burst',
      ...(last
        ? { campaign: { startsAt, last: { startsAt: last.startsAt, points: last.points.get(metric) ?? [] } } }
        : {}),
    }
    const { state, value, memory } = evaluate(this.condition, series, this.memory)
    this.memory = memory
    this.value = value
    this.firing = state === 'firing'
    if (this.firing) this.fineSince = null
    else this.fineSince ??= at
  }
}
