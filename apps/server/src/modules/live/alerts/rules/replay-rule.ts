import { type AlertReplay, ReplayAlert, type Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { isDaily, replayCondition } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import type { Asker } from '../../../insight/run-query.ts'
import { dayStart } from '../../minutes/wall-minute.ts'
import { phaseHistory } from '../series/current-phase.ts'
import { DAY_MINUTES, instantOfMinute, minuteOf } from '../series/day-minute.ts'
import { readSeries, type SlicedSeries } from '../series/read-series.ts'
import { findWatched, type Watched } from '../series/watched-metric.ts'
import { sentencesOf } from './rule-words.ts'

/** Minute conditions are judged every so often: a fortnight has 4,000 such instants. */
const MINUTES_BETWEEN = 5
const MINUTE_DAYS_MAX = 14
const FIRINGS_MAX = 500

const instantText = (minute: number, daily: boolean, store: Store): string =>
  (daily
    ? dayStart(instantOfMinute(minute).toISOString().slice(0, 10), store.timezone)
    : instantOfMinute(minute)
  ).toISOString()

type Asked = ReturnType<typeof ReplayAlert.parse>

type Replayed = { asked: Asked; days: number; store: Store; phaseAt: Awaited<ReturnType<typeof phaseHistory>> }

function replaySlice({ tags, series }: SlicedSeries, { asked, days, store, phaseAt }: Replayed) {
  const daily = isDaily(asked.condition)
  const everyMinutes = daily ? DAY_MINUTES : MINUTES_BETWEEN
  const from = series.at - days * DAY_MINUTES
  const replay = replayCondition(asked.condition, series, { from, to: series.at, everyMinutes, phaseAt })
  const firings = replay.firings.map((firing) => ({
    tags,
    from: instantText(firing.from, daily, store),
    until: firing.until === null ? null : instantText(firing.until, daily, store),
    value: firing.value,
    baseline: firing.baseline,
  }))
  return { ...replay, firings, from, to: series.at }
}

function requireWatched(id: string, asker: Asker | undefined): Watched {
  const watched = findWatched(id)
  if (!watched) throw new ApiFailure('not_found', { what: `metrics/${id}` })
  if (asker && !asker.may(watched.permission)) throw new ApiFailure('not_permitted', { permission: watched.permission })
  return watched
}

/**
 * How often a condition would have fired in the last days, judged then as it is judged now. Shape: firings of all slices by
 * time. Minute conditions reach two weeks back; states that are only known now have no past.
 * Errors: throws `not_found`, `not_permitted`, `alert_without_past`, `InsightFailure`.
 */
export async function replayAlert(
  context: Context,
  store: Store,
  input: ReplayAlert,
  asker?: Asker,
): Promise<AlertReplay> {
  const asked = parseInput(ReplayAlert, input)
  const watched = requireWatched(asked.condition.metric, asker)
  if (watched.grain === 'state') throw new ApiFailure('alert_without_past', { metric: watched.id })
  const daily = isDaily(asked.condition)
  const days = daily ? asked.days : Math.min(asked.days, MINUTE_DAYS_MAX)
  const now = context.clock.now()
  const question = { watched, condition: asked.condition, per: asked.per, now, beforeMinutes: days * DAY_MINUTES }
  const phaseAt = await phaseHistory(context, store, { daily })
  const read = await readSeries(context, store, question)
  const slices = read.map((slice) => replaySlice(slice, { asked, days, store, phaseAt }))
  const [first] = slices
  const end = daily ? minuteOf(new Date(`${businessDayOf(now, store.timezone)}T00:00:00Z`)) : minuteOf(now)
  const { zh, en } = sentencesOf(asked.condition)
  return {
    from: instantText(first?.from ?? end - days * DAY_MINUTES, daily, store),
    to: instantText(first?.to ?? end, daily, store),
    judged: slices.reduce((sum, { judged }) => sum + judged, 0),
    withoutData: slices.reduce((sum, { withoutData }) => sum + withoutData, 0),
    slices: slices.length,
    firings: slices
      .flatMap(({ firings }) => firings)
      .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
      .slice(0, FIRINGS_MAX),
    sentenceZh: zh,
    sentenceEn: en,
  }
}
