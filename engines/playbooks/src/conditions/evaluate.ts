import type { ConditionTest, MetricCondition } from './metric-condition.ts'
import { type MetricSeries, windowBack } from './metric-series.ts'
import { type ReasonCode, type TestOutcome, unjudged } from './test-outcome.ts'
import { runAbsence } from './tests/absence.ts'
import { runAnomaly } from './tests/anomaly.ts'
import { runChange } from './tests/change.ts'
import { runProjection } from './tests/projection.ts'
import { runThreshold } from './tests/threshold.ts'
import { runTrend } from './tests/trend.ts'

export type ConditionState = 'ok' | 'firing' | 'noData'

/** What the next evaluation needs to know of this one; plain data, kept by the caller. Minutes since 1970. */
export type ConditionMemory = {
  state: ConditionState
  /** Since when the test is breached without a break. */
  breachedSince: number | null
  /** Since when it fires; kept through gaps in the data, so that one trouble is one firing. */
  firingSince: number | null
  /** Since when it is fine again while it still fires. */
  fineSince: number | null
}

export const NEW_MEMORY: ConditionMemory = { state: 'ok', breachedSince: null, firingSince: null, fineSince: null }

export type Evidence = {
  reason: ReasonCode
  sample: number
  band?: { low: number; high: number }
  crossingAt?: number
  against?: string
}

export type Evaluation = {
  state: ConditionState
  value: number | null
  baseline: number | null
  evidence: Evidence
  memory: ConditionMemory
}

type Asked = { condition: MetricCondition; series: MetricSeries; now: ReturnType<typeof windowBack> }

function runTest(test: ConditionTest, asked: Asked): TestOutcome {
  switch (test.kind) {
    case 'threshold':
      return runThreshold(test, asked)
    case 'change':
      return runChange(test, asked)
    case 'anomaly':
      return runAnomaly(test, asked)
    case 'trend':
      return runTrend(test, asked)
    case 'absence':
      return runAbsence(test, asked)
    case 'projection':
      return runProjection(test, asked)
  }
}

type Step = { memory: ConditionMemory; reason: ReasonCode }

/** The breach holds: it fires once it has held long enough. */
function breached(condition: MetricCondition, at: number, before: ConditionMemory): Step {
  const breachedSince = before.breachedSince ?? at
  if (before.firingSince !== null) {
    const memory = { state: 'firing' as const, breachedSince, firingSince: before.firingSince, fineSince: null }
    return { memory, reason: 'breached' }
  }
  const holds = at - breachedSince >= (condition.forMinutes ?? 0)
  const memory = { state: holds ? ('firing' as const) : ('ok' as const), breachedSince, fineSince: null }
  return { memory: { ...memory, firingSince: holds ? at : null }, reason: holds ? 'breached' : 'pending' }
}

/** It is fine: what fires clears once that has held long enough. */
function fine(condition: MetricCondition, at: number, before: ConditionMemory): Step {
  if (before.firingSince === null) return { memory: NEW_MEMORY, reason: 'withinLimits' }
  const fineSince = before.fineSince ?? at
  if (at - fineSince >= (condition.clearForMinutes ?? 0)) return { memory: NEW_MEMORY, reason: 'withinLimits' }
  return { memory: { ...before, state: 'firing', breachedSince: null, fineSince }, reason: 'clearing' }
}

/** Between the limit and where it clears: what fires goes on firing, what does not stays fine. */
const inDeadBand = (before: ConditionMemory): Step =>
  before.firingSince === null
    ? { memory: NEW_MEMORY, reason: 'withinLimits' }
    : { memory: { ...before, state: 'firing', breachedSince: null, fineSince: null }, reason: 'insideDeadBand' }

/** Nothing can be said: the policy decides. A small sample never fires and never clears anything. */
function unknown(condition: MetricCondition, at: number, before: ConditionMemory, reason: ReasonCode): Step {
  const policy = reason === 'noData' ? (condition.noData ?? 'report') : 'keep'
  switch (policy) {
    case 'fire':
      return { ...breached(condition, at, before), reason }
    case 'ok':
      return { ...fine(condition, at, before), reason }
    case 'keep':
      return { memory: before.firingSince === null ? NEW_MEMORY : { ...before, state: 'firing' }, reason }
    case 'report':
      return { memory: { ...NEW_MEMORY, state: 'noData', firingSince: before.firingSince }, reason }
  }
}

function step(condition: MetricCondition, at: number, before: ConditionMemory, outcome: TestOutcome): Step {
  if (!outcome.judged) return unknown(condition, at, before, outcome.reason)
  if (outcome.breached) return breached(condition, at, before)
  return outcome.inDeadBand ? inDeadBand(before) : fine(condition, at, before)
}

function observe(condition: MetricCondition, series: MetricSeries): TestOutcome & { sample: number } {
  const now = windowBack(series, condition.windowMinutes)
  const tooSmall = condition.test.kind !== 'absence' && now.value !== null && now.sample < (condition.minSample ?? 0)
  const outcome = tooSmall ? unjudged('sampleTooSmall', now.value) : runTest(condition.test, { condition, series, now })
  return { ...outcome, sample: now.sample }
}

const evidenceOf = (outcome: TestOutcome & { sample: number }, reason: ReasonCode): Evidence => ({
  reason,
  sample: outcome.sample,
  ...(outcome.band ? { band: outcome.band } : {}),
  ...(outcome.crossingAt === undefined ? {} : { crossingAt: outcome.crossingAt }),
  ...(outcome.against === undefined ? {} : { against: outcome.against }),
})

/**
 * Judges a condition at `series.at`. Pure: the same series and memory give the same answer, so a restart, a second server
 * and a back-test agree to the minute.
 * Shape: state, the figure and what it was held against, why, and the memory to hand in next time.
 * Outside its phases a condition is fine and what fired clears; in the burst phase comparisons with yesterday or last week
 * use last time's same campaign minute, and say `noBaseline` when there is none.
 * @example evaluate(condition, series, NEW_MEMORY).state // 'firing'
 */
export function evaluate(
  condition: MetricCondition,
  series: MetricSeries,
  before: ConditionMemory = NEW_MEMORY,
): Evaluation {
  const outcome = observe(condition, series)
  const { value, baseline } = outcome
  const { phases } = condition
  if (phases && (series.phase === undefined || !phases.includes(series.phase))) {
    const evidence = evidenceOf(outcome, 'outsidePhase')
    return { state: 'ok', value, baseline, evidence, memory: NEW_MEMORY }
  }
  const { memory, reason } = step(condition, series.at, before, outcome)
  return { state: memory.state, value, baseline, evidence: evidenceOf(outcome, reason), memory }
}
