import { countWorkdays, type HolidayOverrides, instantOfWallTime, weekdayOf } from '@zhanggui/calendar'
import { addDays, type BusinessDay, businessDayOf, parseDay } from '@zhanggui/kernel'
import type { DutyShift } from './duty-shift.ts'
import type { RestRules } from './rest-rules.ts'

const HOUR = 3_600_000
const REGULAR_DAY_HOURS = 8

/** A rule of rest that a person's shifts break, and by how much. Shape: `on` the day, week (its Monday) or month (its first). */
export type RestProblem = {
  rule: 'overlap' | 'betweenShifts' | 'dayHours' | 'weekRest' | 'monthOvertime'
  person: string
  on: BusinessDay
  /** Hours, or days of rest for `weekRest`. */
  actual: number
  limit: number
}

export type RestQuestion = { rules: RestRules; timeZone: string; overrides?: HolidayOverrides }

const midnight = (day: BusinessDay, timeZone: string): number =>
  instantOfWallTime(`${day}T00:00:00`, timeZone)?.getTime() ?? Number.NaN

/** Working hours by the day on which they are worked: a night counts on both its days. */
export function hoursByDay(shifts: readonly DutyShift[], timeZone: string): Map<BusinessDay, number> {
  const hours = new Map<BusinessDay, number>()
  for (const { from, to, standby } of shifts) {
    if (standby) continue
    for (let at = from; at < to; ) {
      const day = businessDayOf(new Date(at), timeZone)
      const end = Math.min(to, midnight(addDays(day, 1), timeZone))
      hours.set(day, (hours.get(day) ?? 0) + (end - at) / HOUR)
      at = end
    }
  }
  return hours
}

const sumBy = (hours: ReadonlyMap<BusinessDay, number>, keyOf: (day: BusinessDay) => BusinessDay) => {
  const sums = new Map<BusinessDay, { hours: number; days: number }>()
  for (const [day, worked] of hours) {
    const key = keyOf(day)
    const sum = sums.get(key) ?? { hours: 0, days: 0 }
    sums.set(key, { hours: sum.hours + worked, days: sum.days + 1 })
  }
  return sums
}

const mondayOf = (day: BusinessDay): BusinessDay => addDays(day, 1 - weekdayOf(day))
const firstOf = (day: BusinessDay): BusinessDay => parseDay(`${day.slice(0, 8)}01`)
const nextMonth = (first: BusinessDay): BusinessDay => firstOf(addDays(first, 31))

type Finding = Omit<RestProblem, 'person'>

function betweenShifts(shifts: readonly DutyShift[], { rules, timeZone }: RestQuestion): Finding[] {
  const inOrder = shifts.filter((shift) => !shift.standby).toSorted((a, b) => a.from - b.from)
  return inOrder.slice(1).flatMap((shift, i): Finding[] => {
    const rest = (shift.from - (inOrder[i]?.to ?? 0)) / HOUR
    const limit = rules.betweenShiftsHoursMin
    // Two shifts that touch are one; the rules of the day see their length.
    if (rest === 0 || rest >= limit) return []
    const on = businessDayOf(new Date(shift.from), timeZone)
    return [{ rule: rest < 0 ? 'overlap' : 'betweenShifts', on, actual: rest, limit: rest < 0 ? 0 : limit }]
  })
}

function dayHours(hours: ReadonlyMap<BusinessDay, number>, { dayHoursMax: limit }: RestRules): Finding[] {
  return [...hours].filter(([, n]) => n > limit).map(([on, actual]) => ({ rule: 'dayHours', on, actual, limit }))
}

function weekRest(hours: ReadonlyMap<BusinessDay, number>, { weekRestDaysMin: limit }: RestRules): Finding[] {
  return [...sumBy(hours, mondayOf)]
    .filter(([, { days }]) => 7 - days < limit)
    .map(([on, { days }]) => ({ rule: 'weekRest', on, actual: 7 - days, limit }))
}

function monthOvertime(hours: ReadonlyMap<BusinessDay, number>, { rules, overrides }: RestQuestion): Finding[] {
  return [...sumBy(hours, firstOf)]
    .map(([on, { hours: worked }]) => {
      const regular = countWorkdays(on, nextMonth(on), overrides) * REGULAR_DAY_HOURS
      return { rule: 'monthOvertime' as const, on, actual: worked - regular, limit: rules.monthOvertimeHoursMax }
    })
    .filter(({ actual, limit }) => actual > limit)
}

const problemsOf = (shifts: readonly DutyShift[], question: RestQuestion): Finding[] => {
  const hours = hoursByDay(shifts, question.timeZone)
  return [
    ...betweenShifts(shifts, question),
    ...dayHours(hours, question.rules),
    ...weekRest(hours, question.rules),
    ...monthOvertime(hours, question),
  ]
}

/**
 * Every rule of rest that a rota breaks, person by person, the earliest day first. Standby at home is no working time.
 * Shape: empty when the rota is legal. Weeks run from Monday; a night counts on both its days.
 */
export function restProblems(shifts: readonly DutyShift[], question: RestQuestion): RestProblem[] {
  const byPerson = Map.groupBy(shifts, ({ person }) => person)
  return [...byPerson]
    .flatMap(([person, mine]) => problemsOf(mine, question).map((finding) => ({ ...finding, person })))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.person.localeCompare(b.person)))
}
