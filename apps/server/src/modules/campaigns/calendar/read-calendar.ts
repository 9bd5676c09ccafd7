import {
  calendarYear,
  type DayRange,
  type EventProposal,
  findGaps,
  forecastDips,
  occasionsBetween,
  proposeEvents,
} from '@zhanggui/calendar'
import { CalendarQuery, type CalendarYear, type Store } from '@zhanggui/contract'
import { type BusinessDay, businessDayOf, parseDay } from '@zhanggui/kernel'
import type { Plan } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import { calendarOccasions } from './calendar-occasions.ts'
import { calendarThemes, namedBlocks } from './calendar-themes.ts'
import { calendarWarnings } from './calendar-warnings.ts'
import { expectedCourse, readSeasonality } from './own-figures.ts'
import { occasionPreparation, planPreparation } from './preparation.ts'
import { occasionRulesOf, readHolidayOverrides, readStatedOccasions } from './read-shop-calendar.ts'

type Busy = { id: string; from: BusinessDay; to: BusinessDay }

/** What fills the calendar: occasions that count, and the events of the plan. */
function busyDays(occasions: CalendarYear['occasions'], plan: Plan | null): Busy[] {
  const planned = plan?.events.map(({ id, fromDay, toDay }) => ({ id, from: fromDay, to: toDay })) ?? []
  const counted = occasions
    .filter((o) => o.counted)
    .map(({ id, from, to }) => ({ id, from: parseDay(from), to: parseDay(to) }))
  return [...counted, ...planned]
}

const presentProposal = (proposal: EventProposal): CalendarYear['proposals'][number] => ({
  ...proposal,
  blocks: namedBlocks(proposal.blocks),
  hole: { ...proposal.hole },
})

/** From today on: nobody fills a gap that has passed. */
const ahead = (range: DayRange, today: BusinessDay): DayRange => ({
  from: today > range.from && today < range.to ? today : range.from,
  to: range.to,
})

/**
 * A shop's year: days, occasions, themes, preparation, gaps with proposals, and what to look at.
 * Errors: throws `invalid_request` for a year out of reach, `not_found` for a plan that is not there.
 * @example await readCalendar(context, store, { year: 2027, plan: '2027-1' })
 */
export async function readCalendar(context: Context, store: Store, query: CalendarQuery): Promise<CalendarYear> {
  const { year, plan: planId, gapDays } = parseInput(CalendarQuery, query)
  const [stated, overrides, stored, seasonality] = await Promise.all([
    readStatedOccasions(context, store.id),
    readHolidayOverrides(context, store.id),
    planId === undefined ? null : readPlan(context, store.id, planId),
    readSeasonality(context, store),
  ])
  const plan = stored?.plan ?? null
  const rules = occasionRulesOf(stated.filter(({ counted }) => counted))
  const today = businessDayOf(context.clock.now(), store.timezone)
  const { range, days, named, warnings } = calendarYear(year, { rules, overrides })
  const occasions = calendarOccasions(store, stated, range)
  const preparation = plan
    ? planPreparation(plan, { rules, today, overrides })
    : occasionPreparation(occasionsBetween(range.from, range.to, rules), { today, overrides })
  const busy = busyDays(occasions, plan)
  const gaps = findGaps(range, busy, { daysMin: gapDays })
  const dips = forecastDips(await expectedCourse(context, store, { year, rules }))
  const proposals = proposeEvents({
    gaps: findGaps(ahead(range, today), busy, { daysMin: gapDays }),
    dips: dips.filter(({ to }) => to > today),
    busy,
    seasonality,
    daysMin: gapDays,
  })
  return {
    year,
    today,
    days,
    named,
    occasions,
    themes: calendarThemes(year, seasonality),
    plan: plan && stored && { id: plan.id, name: plan.name, year: plan.year, status: stored.summary.status },
    gantt: preparation.rows,
    gaps,
    proposals: proposals.filter(({ from }) => from >= today).map(presentProposal),
    warnings: calendarWarnings({ ...preparation, plan, rules, holidays: warnings, today }),
  }
}
