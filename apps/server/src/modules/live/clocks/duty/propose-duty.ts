import {
  type DutyShift,
  headcountFor,
  parseSpans,
  printSpans,
  proposeRota,
  REST_RULES,
  type ServiceHours,
} from '@zhanggui/clocks'
import type { ProposeRota, RotaProposal, Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, businessDayOf, parseDay } from '@zhanggui/kernel'
import type { z } from 'zod'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { saveRows } from '../../../admin/resources/save-rows.ts'
import { readHolidayOverrides } from '../../../campaigns/calendar/read-shop-calendar.ts'
import { namesByEmail } from '../people-names.ts'
import { DUTY_SHIFTS } from '../resources/duty-shifts.ts'
import { rangeOf, shiftView } from './read-duty.ts'
import { readShifts } from './read-shifts.ts'

type Asked = z.output<typeof ProposeRota>

/** The same shifts every day of the year. Errors: throws `invalid_request` for what is no shift. */
function everyDay(text: string, timeZone: string): ServiceHours {
  const spans = parseSpans(text)
  if (!spans.ok) throw new ApiFailure('invalid_request', { where: `spans: "${spans.error.part}"` })
  const day = spans.value
  return {
    timeZone,
    week: [day, day, day, day, day, day, day],
    holiday: 'asUsual',
    makeUpDay: 'asUsual',
    closures: [],
    overrides: [],
  }
}

function daysOf({ from, to }: Pick<Asked, 'from' | 'to'>): BusinessDay[] {
  const days: BusinessDay[] = []
  for (let day = parseDay(from); day < to; day = addDays(day, 1)) days.push(day)
  return days
}

const MINUTE = 60_000

function rowData(shift: DutyShift, { timezone }: Store): Record<string, unknown> {
  const day = businessDayOf(new Date(shift.from), timezone)
  const wall = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const [hour = 0, minute = 0] = wall.format(shift.from).split(':').map(Number)
  const from = hour * 60 + minute
  const hours = printSpans([{ from, to: from + Math.round((shift.to - shift.from) / MINUTE) }])
  return { day, person: shift.person, level: shift.level, hours, standby: shift.standby, skill: null }
}

/**
 * Shifts for the first level that close its gaps and break no rule of rest, from the people given; saved to the rota when
 * asked for. What nobody may work is told, and how many people it takes at least.
 * Errors: throws `invalid_request`.
 */
export async function proposeDuty(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  asked: Asked,
): Promise<RotaProposal> {
  rangeOf(asked, store)
  const shifts = everyDay(asked.spans, store.timezone)
  const people = [...new Set(asked.people.map((person) => person.toLowerCase()))]
  const proposal = proposeRota({
    rules: REST_RULES,
    timeZone: store.timezone,
    overrides: await readHolidayOverrides(context, store.id),
    people,
    shifts,
    days: daysOf(asked),
    level: 'first',
    needed: asked.needed,
    given: await readShifts(context, store),
  })
  const names = await namesByEmail(context, people)
  if (asked.save && proposal.shifts.length > 0) {
    const rows = proposal.shifts.map((shift, line) => ({ line, data: rowData(shift, store) }))
    await saveRows(context, DUTY_SHIFTS, caller, { rows, reason: 'proposal' })
  }
  const week = daysOf({ from: asked.from, to: addDays(parseDay(asked.from), 7) })
  return {
    shifts: proposal.shifts.map((shift) => shiftView(shift, names)),
    unfilled: proposal.unfilled.map(({ from, to, missing }) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      missing,
    })),
    headcount: headcountFor({ shifts, week, needed: asked.needed }),
    saved: asked.save && proposal.shifts.length > 0,
  }
}
