import type { GanttRow } from '@zhanggui/contract'
import { addDays, daysBetween, startOfMonth } from '../../../range/day-arithmetic.ts'

/** Days and pixels of a Gantt chart; `from` counts, `to` does not. */
export type GanttScale = {
  from: string
  to: string
  dayWidth: number
  width: number
  months: { month: string; x: number; width: number }[]
}

const nextMonth = (day: string): string => startOfMonth(addDays(startOfMonth(day), 31))

/** Whole months around everything that is drawn, the year at least. */
export function ganttScale(rows: readonly GanttRow[], year: number, dayWidth: number): GanttScale {
  const starts = rows.flatMap((row) => [row.from, row.baselineFrom ?? row.from])
  const ends = rows.flatMap((row) => [row.to, row.baselineTo ?? row.to])
  const from = startOfMonth([`${year}-01-01`, ...starts].reduce((a, b) => (a < b ? a : b)))
  const last = addDays(
    [`${year + 1}-01-01`, ...ends].reduce((a, b) => (a > b ? a : b)),
    -1,
  )
  const to = nextMonth(last)
  const months: GanttScale['months'] = []
  for (let month = from; month < to; month = nextMonth(month)) {
    const width = daysBetween(month, nextMonth(month)) * dayWidth
    months.push({ month: month.slice(0, 7), x: daysBetween(from, month) * dayWidth, width })
  }
  return { from, to, dayWidth, width: daysBetween(from, to) * dayWidth, months }
}

/** Where a half-open span lies, in pixels; a single day is never thinner than three. */
export function spanOn(scale: GanttScale, from: string, to: string): { x: number; width: number } {
  return {
    x: daysBetween(scale.from, from) * scale.dayWidth,
    width: Math.max(3, daysBetween(from, to) * scale.dayWidth),
  }
}

/** The rows on screen: events, and the tasks of opened ones; tasks of no event always. */
export function shownRows(rows: readonly GanttRow[], expanded: readonly string[]): GanttRow[] {
  const events = new Set(rows.filter(({ kind }) => kind === 'event').map(({ id }) => id))
  return rows.filter(
    ({ kind, parentId }) =>
      kind === 'event' || parentId === null || !events.has(parentId) || expanded.includes(parentId),
  )
}
