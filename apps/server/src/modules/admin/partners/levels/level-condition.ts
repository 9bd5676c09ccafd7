import type { LevelOutcome, LevelPeriod } from '@zhanggui/campaigns'
import { daysBetween } from '@zhanggui/kernel'
import { evaluate, type MetricCondition } from '@zhanggui/playbooks'
import { DAY_MINUTES, minuteOfDay } from '../../../live/alerts/series/day-minute.ts'
import type { ContractTerms, LevelTerms } from '../read-terms.ts'

/** A service level as the condition of an alert: what is told when it is breached. */
export const levelCondition = (
  { figure, op, target, sampleMin }: LevelTerms,
  scope: ContractTerms['scope'],
  { from, to }: LevelPeriod,
): MetricCondition => ({
  metric: figure,
  slice: scope ? { [scope.dimension]: scope.values } : {},
  windowMinutes: daysBetween(from, to) * DAY_MINUTES,
  test: { kind: 'threshold', op: op === 'atLeast' ? '<' : '>', value: target },
  ...(sampleMin > 0 ? { minSample: sampleMin } : {}),
})

const OUTCOMES: Record<'ok' | 'firing' | 'noData', LevelOutcome> = { ok: 'kept', firing: 'missed', noData: 'unknown' }

/** What came of a level in a period: judged by the one form that alerts and playbooks are judged by. */
export function judgeLevel(
  condition: MetricCondition,
  { from, to }: LevelPeriod,
  { value, sample }: { value: number | null; sample: number },
): LevelOutcome {
  const points = value === null ? [] : [{ minute: minuteOfDay(from), value, sample }]
  const { windowMinutes } = condition
  const series = { stepMinutes: windowMinutes, combine: 'last' as const, points, knownTo: null }
  const { state, evidence } = evaluate(condition, { at: minuteOfDay(to), ...series })
  return evidence.reason === 'sampleTooSmall' ? 'unknown' : OUTCOMES[state]
}
