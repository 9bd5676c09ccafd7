import {
  calendarYear,
  type DayRange,
  type EventProposal,
  type ForecastDay,
  findGaps,
  forecastDips,
  type HolidayOverrides,
  occasionsBetween,
  proposeEvents,
  type Seasonality,
} from '@zhanggui/calendar'
import type { CalendarYear, PlanStatus } from '@zhanggui/contract'
import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { Plan } from '@zhanggui/plan'
import { calendarOccasions } from './calendar-occasions.ts'
import { calendarThemes, namedBlocks } from './calendar-themes.ts'
import { calendarWarnings } from './calendar-warnings.ts'
import { occasionPreparation, planPreparation } from './preparation.ts'
import { occasionRulesOf, type StatedOccasion } from './read-shop-calendar.ts'

/** What a calendar is put together from; a calendar of no shop has none of the shop's. */
export type YearParts = {
  year: number
  gapDays: number
  today: BusinessDay
  founded: BusinessDay | null
  stated: readonly StatedOccasion[]
  overrides: HolidayOverrides
  plan: { plan: Plan; status: PlanStatus } | null
  seasonality: readonly Seasonality[]
  /** The expected course of the year, a weight a day; empty when too little is known. */
  course: readonly ForecastDay[]
}

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

/** A year: days, occasions, themes, preparation, gaps with proposals, and what to look at. */
export function composeYear(parts: YearParts): CalendarYear {
  const { year, gapDays, today, founded, stated, overrides, seasonality, course } = parts
  const plan = parts.plan?.plan ?? null
  const rules = occasionRulesOf(stated.filter(({ counted }) => counted))
  const { range, days, named, warnings } = calendarYear(year, { rules, overrides })
  const occasions = calendarOccasions(founded, stated, range)
  const preparation = plan
    ? planPreparation(plan, { rules, today, overrides })
    : occasionPreparation(occasionsBetween(range.from, range.to, rules), { today, overrides })
  const busy = busyDays(occasions, plan)
  const proposals = proposeEvents({
    gaps: findGaps(ahead(range, today), busy, { daysMin: gapDays }),
    dips: forecastDips(course).filter(({ to }) => to > today),
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
    plan: parts.plan && plan && { id: plan.id, name: plan.name, year: plan.year, status: parts.plan.status },
    gantt: preparation.rows,
    gaps: findGaps(range, busy, { daysMin: gapDays }),
    gapDays,
    proposals: proposals.filter(({ from }) => from >= today).map(presentProposal),
    warnings: calendarWarnings({ ...preparation, plan, rules, holidays: warnings, today }),
  }
}
