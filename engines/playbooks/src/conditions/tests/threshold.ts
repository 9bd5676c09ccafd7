import type { ThresholdOp, ThresholdTest } from '../metric-condition.ts'
import { type TestRunner, unjudged } from '../test-outcome.ts'

/** @example isBeyond(3, '>', 2) // true */
export function isBeyond(value: number, op: ThresholdOp, limit: number): boolean {
  switch (op) {
    case '>':
      return value > limit
    case '>=':
      return value >= limit
    case '<':
      return value < limit
    case '<=':
      return value <= limit
  }
}

/** Beyond the limit; between the limit and `clearAt` what was stays (the evaluation decides what that is). */
export const runThreshold: TestRunner<ThresholdTest> = ({ op, value: limit, clearAt }, { now }) => {
  if (now.value === null) return unjudged('noData', null, limit)
  const breached = isBeyond(now.value, op, limit)
  const inDeadBand = !breached && clearAt !== undefined && isBeyond(now.value, op, clearAt)
  return { judged: true, breached, inDeadBand, value: now.value, baseline: limit }
}
