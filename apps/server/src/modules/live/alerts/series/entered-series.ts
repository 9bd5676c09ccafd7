import type { Store } from '@zhanggui/contract'
import { parseDay } from '@zhanggui/kernel'
import type { SeriesPoint } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { readAllRows } from '../../../admin/resources/read-all-rows.ts'
import { DAY_MINUTES, minuteOfDay, todayOf } from './day-minute.ts'
import type { SeriesQuestion, SlicedSeries } from './read-series.ts'
import { SHOP_READINGS } from './shop-readings.ts'

const GAP = 'VsIndustry'

function pointOf(data: Record<string, unknown>, isGap: boolean): SeriesPoint | null {
  const { day, value, industry } = data
  if (typeof day !== 'string' || typeof value !== 'number') return null
  if (isGap && typeof industry !== 'number') return null
  // Scores have two decimals; their difference should not have fifteen.
  const figure = isGap && typeof industry === 'number' ? Math.round((value - industry) * 1e6) / 1e6 : value
  return { minute: minuteOfDay(parseDay(day)), value: figure, sample: 1 }
}

/** A score stands until it is read again; a week after the last look nobody knows it any more. */
const STANDS_DAYS = 7

function standing(read: readonly SeriesPoint[]): SeriesPoint[] {
  return read.flatMap((point, i) => {
    const next = read[i + 1]?.minute ?? point.minute + DAY_MINUTES
    const days = Math.min(STANDS_DAYS, (next - point.minute) / DAY_MINUTES)
    return Array.from({ length: days }, (_, day) => ({ ...point, minute: point.minute + day * DAY_MINUTES }))
  })
}

/** Scores that people enter: the last day that was entered is the one that is judged, today's included. */
export async function readEnteredSeries(
  context: Context,
  store: Store,
  { watched, now }: SeriesQuestion,
): Promise<SlicedSeries[]> {
  const isGap = watched.source === 'industryGap'
  const reading = isGap ? watched.id.slice(0, -GAP.length) : watched.id
  const rows = await readAllRows(context, SHOP_READINGS, store.id)
  const read = rows
    .filter(({ data }) => data.reading === reading)
    .map(({ data }) => pointOf(data, isGap))
    .filter((point) => point !== null)
    .toSorted((a, b) => a.minute - b.minute)
  const points = standing(read)
  const end = (points.at(-1)?.minute ?? minuteOfDay(todayOf(now, store))) + DAY_MINUTES
  return [{ tags: {}, series: { at: end, stepMinutes: DAY_MINUTES, combine: 'last', points, knownTo: null } }]
}
