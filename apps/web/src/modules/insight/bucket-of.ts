import { addDays } from '../../range/day-arithmetic.ts'

export type Grain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** The period key, as query results write it, that a day falls into; hours begin at midnight. */
export function bucketOf(day: string, grain: Grain): string {
  switch (grain) {
    case 'hour':
      return `${day}T00`
    case 'day':
      return day
    case 'week':
      return mondayOf(day)
    case 'month':
      return day.slice(0, 7)
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
    case 'year':
      return day.slice(0, 4)
  }
}
