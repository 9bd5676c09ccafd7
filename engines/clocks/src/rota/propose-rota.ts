import type { BusinessDay } from '@zhanggui/kernel'
import { openSpans } from '../hours/open-spans.ts'
import type { ServiceHours } from '../hours/service-hours.ts'
import type { DutyLevel, DutyShift } from './duty-shift.ts'
import { headsNeeded } from './heads-needed.ts'
import { hoursByDay, type RestQuestion, restProblems } from './rest-problems.ts'

const HOUR = 3_600_000

export type RotaWish = RestQuestion & {
  people: readonly string[]
  /** The shifts of each day; their spans are what a person works in one go. */
  shifts: ServiceHours
  days: readonly BusinessDay[]
  level: DutyLevel
  /** People in each shift. */
  needed: number
  /** What is fixed already; its rest counts, and it is not changed. */
  given: readonly DutyShift[]
}

export type ProposedRota = {
  shifts: readonly DutyShift[]
  /** Shifts for which nobody is left who may work them. */
  unfilled: readonly { from: number; to: number; missing: number }[]
}

const isFit = (mine: readonly DutyShift[], shift: DutyShift, question: RestQuestion): boolean => {
  // No rule looks further than a month; problems that were there before are not this shift's.
  const near = mine.filter(({ from }) => Math.abs(from - shift.from) < 40 * 24 * HOUR)
  return restProblems([...near, shift], question).length <= restProblems(near, question).length
}

/**
 * Fills the shifts of a rota in the order of time, each with those who have worked least so far and may work it. Nobody is
 * given a shift that breaks a rule of rest; what nobody may work is left open and told.
 * Shape: the same people in the same order give the same rota.
 */
export function proposeRota(wish: RotaWish): ProposedRota {
  const { people, days, level, needed, given } = wish
  const spansOn = openSpans(wish.shifts)
  const byPerson = new Map(people.map((person) => [person, given.filter((shift) => shift.person === person)]))
  const worked = (person: string): number =>
    [...hoursByDay(byPerson.get(person) ?? [], wish.timeZone).values()].reduce((sum, hours) => sum + hours, 0)
  const unfilled: { from: number; to: number; missing: number }[] = []
  const made: DutyShift[] = []
  for (const span of days.flatMap((day) => spansOn(day))) {
    const standing = new Set(
      given.filter((s) => s.level === level && s.from <= span.from && s.to >= span.to).map((s) => s.person),
    )
    let missing = needed - standing.size
    const waiting = people
      .filter((person) => !standing.has(person))
      .map((person) => ({ person, hours: worked(person) }))
      .toSorted((a, b) => a.hours - b.hours)
    for (const { person } of waiting) {
      if (missing <= 0) break
      const shift = { person, level, from: span.from, to: span.to, standby: false }
      const mine = byPerson.get(person) ?? []
      if (!isFit(mine, shift, wish)) continue
      byPerson.set(person, [...mine, shift])
      made.push(shift)
      missing--
    }
    if (missing > 0) unfilled.push({ ...span, missing })
  }
  return { shifts: made, unfilled }
}

/**
 * The least number of people a rota needs by hours alone: all shifts of a week, by the hours of a person's week.
 * @example headcountFor({ shifts: threeShiftsAWeek, week: sevenDays, needed: 1 }) // 168 h → 5
 */
export function headcountFor(asked: { shifts: ServiceHours; week: readonly BusinessDay[]; needed: number }): number {
  const spansOn = openSpans(asked.shifts)
  const hours = asked.week.flatMap((day) => spansOn(day)).reduce((sum, { from, to }) => sum + (to - from) / HOUR, 0)
  return headsNeeded({ hoursWeek: hours, seats: asked.needed })
}
