import { holidayOverrides } from '@zhanggui/calendar'
import { CalendarQuery, type CalendarYear } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { parseInput } from '../../../http/parse-input.ts'
import { composeYear } from './compose-year.ts'
import { calendarText } from './export-ics.ts'

/** Preparation is late or not by the day in China. */
const ZONE = 'Asia/Shanghai'

/**
 * The platform's year without any shop: what everybody's calendar begins with. Errors: throws `invalid_request`.
 * @example platformYear({ year: 2027 }, new Date('2026-11-22T00:00:00Z')).occasions.length
 */
export function platformYear(query: CalendarQuery, now: Date): CalendarYear {
  const { year, gapDays } = parseInput(CalendarQuery, query)
  return composeYear({
    year,
    gapDays,
    today: businessDayOf(now, ZONE),
    founded: null,
    stated: [],
    overrides: holidayOverrides([]),
    plan: null,
    seasonality: [],
    course: [],
  })
}

/** The same as a calendar file. */
export function platformCalendar(query: CalendarQuery, now: Date): { name: string; text: string } {
  const calendar = platformYear(query, now)
  const text = calendarText({
    name: `天猫 ${calendar.year}`,
    storeId: 'platform',
    calendar,
    stated: [],
    plan: null,
    stampedAt: now,
  })
  return { name: `tmall-${calendar.year}.ics`, text }
}
