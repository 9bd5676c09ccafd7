import { addDays, daysBetween } from '../../../range/day-arithmetic.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** 0 is Monday. */
const weekdayOf = (day: string): number => ((daysBetween('2024-01-01', day) % 7) + 7) % 7

/** The weeks of a month, Monday first; days of the neighbouring months fill the first and last week. */
export function monthWeeks(year: number, month: number): string[][] {
  const first = `${year}-${two(month)}-01`
  const weeks: string[][] = []
  for (
    let day = addDays(first, -weekdayOf(first));
    weeks.length === 0 || day.slice(0, 7) === first.slice(0, 7);
    day = addDays(day, 7)
  )
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(day, i)))
  return weeks
}
