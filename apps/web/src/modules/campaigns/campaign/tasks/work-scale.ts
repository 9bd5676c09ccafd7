import type { GanttRow } from '@zhanggui/contract'
import { addDays, daysBetween, startOfMonth } from '../../../../range/day-arithmetic.ts'
import type { GanttScale } from '../../calendar/gantt-scale.ts'

const MARGIN_DAYS = 4
const nextMonth = (day: string): string => startOfMonth(addDays(startOfMonth(day), 31))

/** The days from the first bar to the last, with a little room: the work of one campaign is no year. Null without any bar. */
export function workScale(rows: readonly GanttRow[], dayWidth: number): GanttScale | null {
  const [first] = rows.map((row) => row.from).toSorted()
  const last = rows
    .map((row) => row.to)
    .toSorted()
    .at(-1)
  if (!first || !last) return null
  const from = addDays(first, -MARGIN_DAYS)
  const to = addDays(last, MARGIN_DAYS)
  const months: GanttScale['months'] = []
  for (let month = from; month < to; month = nextMonth(month)) {
    const [end = to] = [nextMonth(month), to].toSorted()
    months.push({
      month: month.slice(0, 7),
      x: daysBetween(from, month) * dayWidth,
      width: daysBetween(month, end) * dayWidth,
    })
  }
  return { from, to, dayWidth, width: daysBetween(from, to) * dayWidth, months }
}
