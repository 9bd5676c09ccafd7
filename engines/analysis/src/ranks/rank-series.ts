import { assert, type BusinessDay } from '@zhanggui/kernel'

/** Where something stood in a list on a day. `rank` null: it was not among the first `depth` that were looked at. */
export type RankReading = { day: BusinessDay; rank: number | null; depth: number }

export type RankPoint = RankReading & {
  /** Places gained since the reading before, above zero upwards; null where one of the two is not known exactly. */
  gained: number | null
}

export type RankSeries = {
  /** By day, one reading each. */
  points: RankPoint[]
  best: { day: BusinessDay; rank: number } | null
}

const checked = (reading: RankReading): RankReading => {
  const { rank, depth } = reading
  assert(
    depth >= 1 && (rank === null || (Number.isInteger(rank) && rank >= 1 && rank <= depth)),
    'a rank lies within what was looked at',
  )
  return reading
}

/**
 * Readings of one subject as a series (P9.11). A day that nobody looked stays out: between two readings nothing is known.
 * Errors: throws on a rank outside what was looked at, and on two readings of one day.
 */
export function rankSeries(readings: readonly RankReading[]): RankSeries {
  const sorted = readings.map(checked).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  assert(new Set(sorted.map(({ day }) => day)).size === sorted.length, 'one reading a day')
  const points = sorted.map((reading, i): RankPoint => {
    const before = sorted[i - 1]?.rank ?? null
    return { ...reading, gained: before === null || reading.rank === null ? null : before - reading.rank }
  })
  const ranked = points.flatMap(({ day, rank }) => (rank === null ? [] : [{ day, rank }]))
  const best = ranked.reduce<RankSeries['best']>((top, one) => (top && top.rank <= one.rank ? top : one), null)
  return { points, best }
}
