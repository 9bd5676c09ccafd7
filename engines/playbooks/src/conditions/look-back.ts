import type { ChangeAgainst, MetricCondition } from './metric-condition.ts'
import { ANOMALY_NEIGHBOURS, ANOMALY_WEEKS, CAMPAIGN_WINDOWS } from './tests/anomaly.ts'
import { DAY_MINUTES, WEEK_MINUTES } from './tests/change.ts'

const AGAINST_MINUTES: Record<ChangeAgainst, number> = {
  previous: 0,
  sameTimeYesterday: DAY_MINUTES,
  sameTimeLastWeek: WEEK_MINUTES,
  sameCampaignMinute: 0,
}

/** How far before the instant of the question a condition looks, in minutes: what a caller has to read. */
export function lookBackMinutes({ test, windowMinutes }: MetricCondition): number {
  switch (test.kind) {
    case 'threshold':
      return windowMinutes
    case 'change':
      return test.against === 'previous' ? 2 * windowMinutes : AGAINST_MINUTES[test.against] + windowMinutes
    case 'anomaly':
      return ANOMALY_WEEKS * WEEK_MINUTES + (ANOMALY_NEIGHBOURS + 1) * windowMinutes
    case 'trend':
    case 'projection':
      return test.points * windowMinutes
    case 'absence':
      return test.minutes + (test.usualMin === undefined ? 0 : ANOMALY_WEEKS * WEEK_MINUTES)
  }
}

/** How far before the same campaign minute of last time it looks on burst days; 0 when it does not. */
export function campaignLookBackMinutes({ test, windowMinutes }: MetricCondition): number {
  if (test.kind === 'anomaly') return (CAMPAIGN_WINDOWS + 1) * windowMinutes
  return test.kind === 'change' && test.against !== 'previous' ? windowMinutes : 0
}
