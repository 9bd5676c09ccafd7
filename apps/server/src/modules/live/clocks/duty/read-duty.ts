import { type DutyShift, onDuty, REST_RULES, restProblems, uncovered } from '@zhanggui/clocks'
import type { DutyQuery, DutyShiftView, DutyView, Store } from '@zhanggui/contract'
import type { z } from 'zod'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { readHolidayOverrides } from '../../../campaigns/calendar/read-shop-calendar.ts'
import { namesByEmail } from '../people-names.ts'
import { readPages } from './read-pages.ts'
import { readShifts } from './read-shifts.ts'
import { startOfDay } from './start-of-day.ts'

type Asked = z.output<typeof DutyQuery>
type Names = ReadonlyMap<string, string>

const DAYS_MAX = 100

export const shiftView = (shift: DutyShift, names: Names): DutyShiftView => ({
  person: shift.person,
  name: names.get(shift.person) ?? null,
  known: names.has(shift.person),
  level: shift.level,
  from: new Date(shift.from).toISOString(),
  to: new Date(shift.to).toISOString(),
  standby: shift.standby,
})

/** The instants of a range of business days. Errors: throws `invalid_request` for one that is empty or too long. */
export function rangeOf({ from, to }: Pick<Asked, 'from' | 'to'>, store: Store): { from: number; to: number } {
  const range = { from: startOfDay(from, store).getTime(), to: startOfDay(to, store).getTime() }
  if (range.to <= range.from || range.to - range.from > DAYS_MAX * 86_400_000)
    throw new ApiFailure('invalid_request', { where: `to: after from, at most ${DAYS_MAX} days` })
  return range
}

/** The first level has to be covered round the clock; a gap of the others shows only where the rota uses them. */
function gapsOf(shifts: readonly DutyShift[], range: { from: number; to: number }, needed: number): DutyView['gaps'] {
  return uncovered(shifts, { ...range, level: 'first', needed }).map(({ from, to, ...gap }) => ({
    ...gap,
    level: 'first',
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  }))
}

/** The rota over a range of business days, what is wrong with it, and the pages that it answers (P4.14, P7.09). */
export async function readDuty(context: Context, store: Store, asked: Asked): Promise<DutyView> {
  const now = context.clock.now()
  const range = rangeOf(asked, store)
  const all = await readShifts(context, store)
  const inRange = all.filter((shift) => shift.from < range.to && shift.to > range.from)
  const people = [...new Set(all.map(({ person }) => person))]
  const names = await namesByEmail(context, people)
  const overrides = await readHolidayOverrides(context, store.id)
  // Rest is judged on the whole rota: what a person worked just before the range counts.
  const rest = restProblems(all, { rules: REST_RULES, timeZone: store.timezone, overrides })
  return {
    now: now.toISOString(),
    onDuty: onDuty(all, now.getTime()).map(({ level, people: here }) => ({
      level,
      people: here.map((person) => ({ person, name: names.get(person) ?? null, known: names.has(person) })),
    })),
    shifts: inRange.map((shift) => shiftView(shift, names)),
    gaps: gapsOf(all, range, asked.needed),
    rest: rest
      .filter(({ on }) => touches(on, asked))
      .map((problem) => ({ ...problem, name: names.get(problem.person) ?? null })),
    unknownPeople: [...new Set(inRange.map(({ person }) => person))].filter((person) => !names.has(person)),
    pages: await readPages(context, store.id, now),
  }
}

/** A problem of a week or month is told on its first day, which may lie before the range. */
const touches = (on: string, { from, to }: Pick<Asked, 'from' | 'to'>): boolean =>
  on < to && (on >= from || on.slice(0, 7) === from.slice(0, 7))
