import type { MetricCondition } from './metric-condition.ts'
import type { MetricSeries, WindowFigure } from './metric-series.ts'

/** Why an evaluation came out as it did; a closed list, worded by `describeReason`. */
export type ReasonCode =
  | 'breached'
  | 'pending'
  | 'withinLimits'
  | 'insideDeadBand'
  | 'clearing'
  | 'outsidePhase'
  | 'noData'
  | 'sampleTooSmall'
  | 'noBaseline'
  | 'tooFewPoints'

/** What one test says of one window, before time (for, clear for) and policy (no data) are looked at. */
export type TestOutcome = {
  value: number | null
  /** What it was held against: the limit, the other time, the usual figure. */
  baseline: number | null
  /** The usual range of an anomaly test. */
  band?: { low: number; high: number }
  /** When a projection reaches the limit, in minutes since 1970. */
  crossingAt?: number
  /** What was compared with, where burst days chose another than asked. */
  against?: string
} & ({ judged: true; breached: boolean; inDeadBand?: boolean } | { judged: false; reason: ReasonCode })

/** A test gets the window of the question and may look at others. */
export type TestRunner<Test> = (
  test: Test,
  asked: { condition: MetricCondition; series: MetricSeries; now: WindowFigure },
) => TestOutcome

export const unjudged = (reason: ReasonCode, value: number | null, baseline: number | null = null): TestOutcome => ({
  judged: false,
  reason,
  value,
  baseline,
})
