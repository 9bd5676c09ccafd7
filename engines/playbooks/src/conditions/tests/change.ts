import type { ChangeAgainst, ChangeTest } from '../metric-condition.ts'
import { campaignWindow, type MetricSeries, type WindowFigure, windowBack } from '../metric-series.ts'
import { type TestRunner, unjudged } from '../test-outcome.ts'

export const DAY_MINUTES = 1440
export const WEEK_MINUTES = 7 * DAY_MINUTES

/** A burst day is like no other day: only the same campaign minute of last time says what is usual. */
const comparedWith = (against: ChangeAgainst, series: MetricSeries): ChangeAgainst =>
  series.phase === 'burst' && against !== 'previous' ? 'sameCampaignMinute' : against

function otherWindow(against: ChangeAgainst, series: MetricSeries, minutes: number): WindowFigure | null {
  switch (against) {
    case 'previous':
      return windowBack(series, minutes, minutes)
    case 'sameTimeYesterday':
      return windowBack(series, minutes, DAY_MINUTES)
    case 'sameTimeLastWeek':
      return windowBack(series, minutes, WEEK_MINUTES)
    case 'sameCampaignMinute':
      return campaignWindow(series, minutes)
  }
}

/** Rose or fell by at least a share of what it was; a figure that was 0 has no share to move by. */
export const runChange: TestRunner<ChangeTest> = (test, { condition, series, now }) => {
  const against = comparedWith(test.against, series)
  const then = otherWindow(against, series, condition.windowMinutes)
  if (now.value === null) return unjudged('noData', null, then?.value ?? null)
  if (then?.value === null || then?.value === undefined || then.value === 0)
    return { ...unjudged('noBaseline', now.value, then?.value ?? null), against }
  if (then.sample < (condition.minSample ?? 0)) return { ...unjudged('noBaseline', now.value, then.value), against }
  const moved = (now.value - then.value) / Math.abs(then.value)
  const breached = test.direction === 'rise' ? moved >= test.by : moved <= -test.by
  return { judged: true, breached, value: now.value, baseline: then.value, against }
}
