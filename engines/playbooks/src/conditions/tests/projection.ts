import type { ProjectionTest } from '../metric-condition.ts'
import { robustLine } from '../robust.ts'
import { type TestRunner, unjudged } from '../test-outcome.ts'
import { isBeyond } from './threshold.ts'
import { lastWindows } from './trend.ts'

/**
 * When a line reaches a limit, in steps from now: 0 when it is beyond it, null when it moves away or stands still.
 * @example stepsToLimit({ slope: -0.01, atEnd: 4.65 }, '<', 4.6) // 5
 */
export function stepsToLimit(
  line: { slope: number; atEnd: number },
  op: ProjectionTest['op'],
  limit: number,
): number | null {
  if (isBeyond(line.atEnd, op, limit)) return 0
  const towards = op === '<' || op === '<=' ? line.slope < 0 : line.slope > 0
  return towards ? (limit - line.atEnd) / line.slope : null
}

/** The robust line through the last windows reaches the limit within the horizon. */
export const runProjection: TestRunner<ProjectionTest> = (test, { condition, series, now }) => {
  const { op, value: limit, points, withinMinutes } = test
  if (now.value === null) return unjudged('noData', null, limit)
  const values = lastWindows(series, condition.windowMinutes, points)
  const line = values && robustLine(values)
  if (!line) return unjudged('tooFewPoints', now.value, limit)
  const steps = isBeyond(now.value, op, limit) ? 0 : stepsToLimit(line, op, limit)
  const outcome = { judged: true as const, value: now.value, baseline: limit }
  if (steps === null) return { ...outcome, breached: false }
  const minutes = steps * condition.windowMinutes
  return { ...outcome, breached: minutes <= withinMinutes, crossingAt: Math.ceil(series.at + minutes) }
}
