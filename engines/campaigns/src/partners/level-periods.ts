import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'

export type LevelGrain = 'week' | 'month'
export type LevelPeriod = { from: BusinessDay; to: BusinessDay }

const MONDAY = '1970-01-05' as BusinessDay

const weekOf = (day: BusinessDay): BusinessDay => addDays(day, -(((daysBetween(MONDAY, day) % 7) + 7) % 7))
const monthOf = (day: BusinessDay): BusinessDay => `${day.slice(0, 7)}-01` as BusinessDay
const startOf = (grain: LevelGrain, day: BusinessDay): BusinessDay => (grain === 'week' ? weekOf(day) : monthOf(day))

/**
 * The whole weeks (from Monday) or months of a contract that are over, the oldest first, at most `count` of them. A period that
 * the contract covers in part is left out: nobody answers for days before the signature.
 * Shape: half-open. @example levelPeriods({ grain: 'week', fromDay, lastDay, today, count: 12 })
 */
export function levelPeriods(asked: {
  grain: LevelGrain
  fromDay: BusinessDay
  lastDay: BusinessDay
  today: BusinessDay
  count: number
}): LevelPeriod[] {
  const { grain, fromDay, lastDay, today, count } = asked
  const contractEnd = addDays(lastDay, 1)
  const periods: LevelPeriod[] = []
  let to = startOf(grain, today)
  while (periods.length < count) {
    const from = startOf(grain, addDays(to, -1))
    if (from < fromDay) break
    if (to <= contractEnd) periods.push({ from, to })
    to = from
  }
  return periods.reverse()
}
