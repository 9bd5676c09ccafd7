import { CalendarQuery, type CalendarYear, type Store } from '@zhanggui/contract'
import { businessDayOf, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import { composeYear } from './compose-year.ts'
import { expectedCourse, readSeasonality } from './own-figures.ts'
import { occasionRulesOf, readHolidayOverrides, readStatedOccasions } from './read-shop-calendar.ts'

/**
 * A shop's year: days, occasions, themes, preparation, gaps with proposals, and what to look at.
 * Errors: throws `invalid_request` for a year out of reach, `not_found` for a plan that is not there.
 * @example await readCalendar(context, store, { year: 2027, plan: 'plan-2027' })
 */
export async function readCalendar(context: Context, store: Store, query: CalendarQuery): Promise<CalendarYear> {
  const { year, plan: planId, gapDays } = parseInput(CalendarQuery, query)
  const [stated, overrides, stored, seasonality] = await Promise.all([
    readStatedOccasions(context, store.id),
    readHolidayOverrides(context, store.id),
    planId === undefined ? null : readPlan(context, store.id, planId),
    readSeasonality(context, store),
  ])
  const rules = occasionRulesOf(stated.filter(({ counted }) => counted))
  const today = businessDayOf(context.clock.now(), store.timezone)
  // Nobody fills a dip of a year that is over.
  const isOver = year < Number(today.slice(0, 4))
  return composeYear({
    year,
    gapDays,
    today,
    founded: store.foundedDay ? parseDay(store.foundedDay) : null,
    stated,
    overrides,
    plan: stored && { plan: stored.plan, status: stored.summary.status },
    seasonality,
    course: isOver ? [] : await expectedCourse(context, store, { year, rules }),
  })
}
