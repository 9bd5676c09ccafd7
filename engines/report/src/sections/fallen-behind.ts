import type { Block } from '../document.ts'
import type { Section } from '../library/report-kind.ts'
import { metricOf, type Telling } from '../library/telling.ts'
import { sayAttainment } from '../narrative/attainment.ts'
import { type Compared, comparedOf } from '../narrative/compared.ts'
import { headline, movement } from '../narrative/headline.ts'
import { askOver, headed, paragraphOf } from './write.ts'

/** At most so many are named: a list of everything is no answer. */
const NAMED_MAX = 3
/** A fiftieth up or down is no problem of a year. */
const WORSE_SHARE = 0.02

/** Goals that the period's course does not reach, the farthest first. Silent about those on their way. */
export const BEHIND_GOALS: Section = {
  needs: ['goals'],
  write(telling): Block[] {
    const share = ({ actual, target }: { actual: number | null; target: number | null }): number =>
      (actual ?? 0) / (target || 1)
    const behind = (telling.facts.goals ?? [])
      .filter(({ status }) => status === 'behind' || status === 'atRisk')
      .toSorted((a, b) => share(a) - share(b))
    return headed(
      telling,
      ['没跟上的目标', 'Goals that lag'],
      paragraphOf(...behind.slice(0, NAMED_MAX).flatMap((goal) => sayAttainment(telling, goal))),
    )
  },
}

/** How far a metric went the wrong way, as a share of what it was; 0 where it went the right way or has none. */
function worseBy(telling: Telling, one: Compared): number {
  const better = metricOf(telling, one.metric)?.higherIsBetter ?? null
  const share = movement(one)
  if (better === null || share === null) return 0
  return Math.max(0, better ? -share : share)
}

/** Metrics that went the wrong way, the farthest first; which way is wrong is the metric's own. Silent where none did. */
export const worsened = (metrics: readonly string[]): Section => ({
  asks: (period) => ({ totals: askOver(period, { metrics }) }),
  write(telling): Block[] {
    const answer = telling.answers.get('totals')
    if (!answer?.range) return []
    const worse = metrics
      .map((id) => comparedOf(telling, answer, id))
      .filter((one) => worseBy(telling, one) >= WORSE_SHARE)
      .toSorted((a, b) => worseBy(telling, b) - worseBy(telling, a))
    return headed(
      telling,
      ['走弱的指标', 'What got worse'],
      paragraphOf(...worse.slice(0, NAMED_MAX).flatMap((one) => headline(telling, one))),
    )
  },
})
