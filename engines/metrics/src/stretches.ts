import type { DayRange } from '@zhanggui/calendar'
import { addDays, assert, type BusinessDay } from '@zhanggui/kernel'
import type { QueryParams } from './query-params.ts'

/** The days from the first of several stretches to the last of them. Errors: throws without a stretch. */
export function hullOf(stretches: readonly DayRange[]): DayRange {
  const from = stretches.map((s) => s.from).sort()[0]
  const to = stretches
    .map((s) => s.to)
    .sort()
    .at(-1)
  assert(from !== undefined && to !== undefined, 'no days lie between no stretches')
  return { from, to }
}

/** Numbers of the stretches that hold a day, from 1 on. */
const holding = (stretches: readonly DayRange[], day: BusinessDay): number[] =>
  stretches.flatMap(({ from, to }, i) => (from <= day && day < to ? [i + 1] : []))

/**
 * The places of `compileStretches`: for each day from the hull's first on, where its stretches stand in the list of their numbers,
 * and how many they are; and the first day of each stretch.
 */
export function stretchParams(stretches: readonly DayRange[]): QueryParams {
  const { from, to } = hullOf(stretches)
  const numbers: number[] = []
  const places: number[] = []
  const counts: number[] = []
  for (let day = from; day < to; day = addDays(day, 1)) {
    const held = holding(stretches, day)
    places.push(numbers.length + 1)
    counts.push(held.length)
    numbers.push(...held)
  }
  return {
    stretchNumbers: numbers,
    stretchPlaces: places,
    stretchCounts: counts,
    stretchStarts: stretches.map((s) => s.from),
  }
}
