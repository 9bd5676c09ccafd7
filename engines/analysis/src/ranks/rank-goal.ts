import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { RankReading, RankSeries } from './rank-series.ts'

export type RankGoal = { rank: number; byDay: BusinessDay }

export type RankDistance = {
  /** Places to the goal; 0 when it is reached. */
  places: number
  /** It was not among those looked at: at least so many places are missing. */
  isAtLeast: boolean
}

export type RankOutlook = {
  /** Rank expected on the day of the goal, by the course of the last weeks; null without one, and once the day is over. */
  expected: number | null
  /** Day on which the goal is reached at this pace; null when it is not, within a year. */
  reachedOn: BusinessDay | null
}

export type RankVerdict = 'reached' | 'onTrack' | 'behind' | 'missed' | 'unknown' | 'stale'

export type RankStanding = RankOutlook & { distance: RankDistance | null; verdict: RankVerdict }

/** The course of the last four weeks, from at least this many readings. Starting values of this project. */
const COURSE_DAYS = 28
const READINGS_MIN = 4
/** A reading that is older says nothing of today. A starting value of this project. */
export const STALE_DAYS = 14
const YEAR_DAYS = 365

/** Distance of a reading to a goal. @example distanceTo({ rank: 12, … }, 10) // { places: 2, isAtLeast: false } */
export function distanceTo({ rank, depth }: RankReading, goal: number): RankDistance {
  const isAtLeast = rank === null
  return { places: Math.max(0, (rank ?? depth + 1) - goal), isAtLeast }
}

const median = (sorted: readonly number[]): number => {
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}

/**
 * Change of the logarithm of the rank a day: from 40 to 20 is as far as from 4 to 2, and one bad day does not turn the course.
 * Source: Theil 1950 and Sen 1968, median of the slopes of all pairs.
 */
function course(
  series: RankSeries,
  today: BusinessDay,
): { slope: number; from: { day: BusinessDay; log: number } } | null {
  const recent = series.points.flatMap(({ day, rank }) =>
    rank !== null && daysBetween(day, today) < COURSE_DAYS ? [{ day, log: Math.log(rank) }] : [],
  )
  if (recent.length < READINGS_MIN) return null
  const slopes = recent.flatMap((a, i) => recent.slice(i + 1).map((b) => (b.log - a.log) / daysBetween(a.day, b.day)))
  const slope = median(slopes.toSorted((a, b) => a - b))
  const [first] = recent
  if (!first) return null
  const level = median(
    recent.map(({ day, log }) => log - slope * daysBetween(first.day, day)).toSorted((a, b) => a - b),
  )
  return { slope, from: { day: first.day, log: level } }
}

function outlookOf(series: RankSeries, goal: RankGoal, today: BusinessDay): RankOutlook {
  const found = course(series, today)
  if (!found) return { expected: null, reachedOn: null }
  const { slope, from } = found
  const at = (day: BusinessDay): number => Math.exp(from.log + slope * daysBetween(from.day, day))
  const expected = goal.byDay < today ? null : Math.max(1, Math.round(at(goal.byDay)))
  const days = slope < 0 ? Math.ceil((Math.log(goal.rank + 0.5) - from.log) / slope) : Number.POSITIVE_INFINITY
  const wait = days - daysBetween(from.day, today)
  return { expected, reachedOn: wait > YEAR_DAYS ? null : addDays(today, Math.max(0, wait)) }
}

function verdictOf(latest: RankReading, goal: RankGoal, today: BusinessDay, { expected }: RankOutlook): RankVerdict {
  if (daysBetween(latest.day, today) > STALE_DAYS) return 'stale'
  if (latest.rank !== null && latest.rank <= goal.rank) return 'reached'
  if (goal.byDay < today) return 'missed'
  if (expected === null) return 'unknown'
  return expected <= goal.rank ? 'onTrack' : 'behind'
}

/** Where a subject stands against its goal today (P9.11): distance by the latest reading, verdict by the course of the last weeks. */
export function rankStanding(series: RankSeries, goal: RankGoal, today: BusinessDay): RankStanding {
  const latest = series.points.at(-1)
  if (!latest) return { distance: null, expected: null, reachedOn: null, verdict: 'unknown' }
  const distance = distanceTo(latest, goal.rank)
  const outlook = outlookOf(series, goal, today)
  const verdict = verdictOf(latest, goal, today, outlook)
  return { distance, verdict, ...(verdict === 'reached' ? { expected: null, reachedOn: null } : outlook) }
}
