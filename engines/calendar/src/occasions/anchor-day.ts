import { addDays, type BusinessDay, isBusinessDay, parseDay } from '@zhanggui/kernel'
import { dayOfLunar, lunarDateOf } from '../lunar-date.ts'
import { solarTermDay } from '../solar-terms.ts'
import { nthWeekday } from '../weekday.ts'
import type { OccasionAnchor } from './occasion.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** A fixed date; 29 February is kept on the 28th in a common year. */
function fixedDay(year: number, month: number, day: number): BusinessDay {
  const text = `${year}-${two(month)}-${two(day)}`
  return isBusinessDay(text) ? text : parseDay(`${year}-${two(month)}-28`)
}

/** The lunar date in a lunar year; a 30th that a short month lacks is kept on its 29th. */
function lunarDay(year: number, month: number, day: number): BusinessDay {
  if (day < 30) return dayOfLunar({ year, month, day })
  const next = addDays(dayOfLunar({ year, month, day: 29 }), 1)
  return lunarDateOf(next).day === 30 ? next : addDays(next, -1)
}

/** D0 of an occasion in a year; null for a day that comes once, in another year. */
export function anchorDay(anchor: OccasionAnchor, year: number): BusinessDay | null {
  switch (anchor.kind) {
    case 'fixed':
      return fixedDay(year, anchor.month, anchor.day)
    case 'weekday':
      return addDays(nthWeekday({ ...anchor, year }), anchor.offset)
    case 'lunar':
      return addDays(lunarDay(year, anchor.month, anchor.day), anchor.offset)
    case 'solarTerm':
      return addDays(solarTermDay(anchor.term, year), anchor.offset)
    case 'once':
      return Number(anchor.day.slice(0, 4)) === year ? anchor.day : null
  }
}
