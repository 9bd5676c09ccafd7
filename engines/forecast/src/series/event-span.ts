import {
  LUNAR_FESTIVALS,
  lunarFestivalDay,
  type Occasion,
  type OccasionRule,
  occasionsBetween,
  TMALL_OCCASIONS,
} from '@zhanggui/calendar'
import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'

/** A day under an event's influence: `offset` is its campaign day (D−3 is −3); `weight` is its share of the effect, usually 1. */
export type EventDay = { day: BusinessDay; offset: number; weight: number; phase?: string }

/**
 * One event with every day it touches, in all years of history and horizon. The effect of an offset is learnt from past years
 * and placed on the days that carry the offset in the future, so a movable event moves its effect.
 */
export type EventSpan = { id: string; days: readonly EventDay[] }

type Reach = { before: number; after: number }

/** How far a lunar festival's pull on sales reaches, in days; Spring Festival empties weeks, the others days. */
const LUNAR_REACH: Readonly<Record<string, Reach>> = {
  springFestival: { before: 24, after: 17 },
  dragonBoat: { before: 6, after: 2 },
  midAutumn: { before: 8, after: 2 },
}

/** Statutory rests on fixed dates, with the days they are known to move. */
const FIXED_RESTS = [
  { id: 'newYear', month: '01-01', reach: { before: 1, after: 2 } },
  { id: 'labourDay', month: '05-01', reach: { before: 2, after: 4 } },
  { id: 'nationalDay', month: '10-01', reach: { before: 2, after: 7 } },
] as const

function around(mainDay: BusinessDay, reach: Reach): EventDay[] {
  const days: EventDay[] = []
  for (let offset = -reach.before; offset <= reach.after; offset++)
    days.push({ day: addDays(mainDay, offset), offset, weight: 1 })
  return days
}

function occasionDays(occasion: Occasion): EventDay[] {
  return occasion.phases.flatMap(({ phase, from, to }) => {
    const days: EventDay[] = []
    for (let day = from; day < to; day = addDays(day, 1))
      days.push({ day, offset: daysBetween(occasion.mainDay, day), weight: 1, phase })
    return days
  })
}

/**
 * The platform occasions, lunar festivals and statutory rests with days in `[from, to)`, ready for `forecastSeries`.
 * Shape: one span an event, days in time order. Options: `rules` replaces the platform's occasions (a shop's own dates);
 * `holidays: false` leaves festivals and rests out.
 * @example eventSpans({ from: parseDay('2024-01-01'), to: parseDay('2026-01-01') })
 */
export function eventSpans(options: {
  from: BusinessDay
  to: BusinessDay
  rules?: readonly OccasionRule[]
  holidays?: boolean
}): EventSpan[] {
  const { from, to, rules = TMALL_OCCASIONS, holidays = true } = options
  const spans = new Map<string, EventDay[]>()
  const add = (id: string, days: readonly EventDay[]): void => {
    const inside = days.filter((d) => from <= d.day && d.day < to)
    if (inside.length > 0) spans.set(id, [...(spans.get(id) ?? []), ...inside])
  }
  for (const occasion of occasionsBetween(from, to, rules)) add(occasion.id, occasionDays(occasion))
  if (holidays) addHolidays(from, to, add)
  return [...spans].map(([id, days]) => ({ id, days: days.sort((a, b) => (a.day < b.day ? -1 : 1)) }))
}

function addHolidays(from: BusinessDay, to: BusinessDay, add: (id: string, days: readonly EventDay[]) => void): void {
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)) + 1; year++) {
    for (const { id } of LUNAR_FESTIVALS) {
      const reach = LUNAR_REACH[id]
      if (reach) add(`rest:${id}`, around(lunarFestivalDay(id, year), reach))
    }
    for (const rest of FIXED_RESTS) add(`rest:${rest.id}`, around(parseDay(`${year}-${rest.month}`), rest.reach))
  }
}
