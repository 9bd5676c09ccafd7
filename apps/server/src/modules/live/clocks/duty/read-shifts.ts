import { DUTY_LEVELS, type DutyLevel, type DutyShift, parseSpans, spanInstants } from '@zhanggui/clocks'
import { parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../../context.ts'
import type { RecordDb, RecordTx } from '../../../../storage/records/record-store.ts'
import type { ResourceData } from '../../../admin/resources/define-resource.ts'
import { readAllRows } from '../../../admin/resources/read-all-rows.ts'
import { DUTY_SHIFTS } from '../resources/duty-shifts.ts'

const levelOf = (value: unknown): DutyLevel => DUTY_LEVELS.find((level) => level === value) ?? 'first'

/** A row is one shift, or several when its hours have a break in them. */
function toShifts(data: ResourceData, timeZone: string): DutyShift[] {
  const spans = parseSpans(typeof data.hours === 'string' ? data.hours : '全天')
  if (!spans.ok) return []
  const person = String(data.person).trim().toLowerCase()
  const shift = { person, level: levelOf(data.level), standby: data.standby === true }
  return spans.value.map((span) => ({ ...shift, ...spanInstants(parseDay(String(data.day)), span, timeZone) }))
}

/** The rota of a shop, the earliest shift first. */
export async function readShifts(
  context: Context,
  store: { id: string; timezone: string },
  db?: RecordDb | RecordTx,
): Promise<DutyShift[]> {
  const rows = await readAllRows(context, DUTY_SHIFTS, store.id, db)
  return rows.flatMap(({ data }) => toShifts(data, store.timezone)).toSorted((a, b) => a.from - b.from)
}
