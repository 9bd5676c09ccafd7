import type { Store } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { readAllRows } from '../../../admin/resources/read-all-rows.ts'
import { readLaunches } from '../../../trade/launches/read-launches.ts'
import { countLateSeeding } from '../../../trade/launches/read-seeding.ts'
import { AD_CREATIVES } from './ad-creatives.ts'
import { minuteOf } from './day-minute.ts'
import { readGoalPace } from './goal-pace.ts'
import { countPageFaults } from './page-faults.ts'
import type { SeriesQuestion, SlicedSeries } from './read-series.ts'

type Reading = { value: number | null; sample: number }

/** Creatives that run; a paused one may be as broken as it likes. */
async function countCreatives(context: Context, store: Store, id: string): Promise<Reading> {
  const rows = await readAllRows(context, AD_CREATIVES, store.id)
  const running = rows.filter(({ state }) => state === 'running').map(({ data }) => data)
  const wrong = running.filter(({ review, linkState }) =>
    id === 'brokenLinks' ? linkState === 'broken' : review === 'disapproved',
  )
  return { value: running.length === 0 ? null : wrong.length, sample: running.length }
}

async function readState(context: Context, store: Store, { source, id }: SeriesQuestion['watched']): Promise<Reading> {
  if (source === 'goals') return readGoalPace(context, store)
  if (source === 'launches') return countLateSeeding(context, store, await readLaunches(context, store))
  return source === 'pages' ? countPageFaults(context, store, id) : countCreatives(context, store, id)
}

/** What is known only as it is now: one point, the last whole minute. */
export async function readStateSeries(
  context: Context,
  store: Store,
  { watched, condition, now }: SeriesQuestion,
): Promise<SlicedSeries[]> {
  const { value, sample } = await readState(context, store, watched)
  const at = minuteOf(now)
  const points = [{ minute: at - condition.windowMinutes, value, sample }]
  return [{ tags: {}, series: { at, stepMinutes: condition.windowMinutes, combine: 'last', points, knownTo: null } }]
}
