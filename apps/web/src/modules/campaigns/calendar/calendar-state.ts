import { isDay } from '../../../range/day-arithmetic.ts'

export const VIEWS = ['year', 'month', 'gantt'] as const
export type View = (typeof VIEWS)[number]

/** Pixels a day; at the first a year fits a desk. */
export const ZOOMS = [2, 4, 8, 16] as const
export type Zoom = (typeof ZOOMS)[number]

/** Everything that the page shows, as its URL says it. `day` is the chosen day; `expanded` holds ids of opened Gantt rows. */
export type CalendarState = {
  view: View
  year: number
  month: number
  day: string | null
  plan: string | null
  zoom: Zoom
  expanded: readonly string[]
}

const FIRST_YEAR = 2000
const LAST_YEAR = 2100

export const isView = (text: unknown): text is View => VIEWS.some((view) => view === text)

function readYear(text: string | null, fallback: number): number {
  const year = Number(text)
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : fallback
}

/** The state of a URL; what is missing or makes no sense falls back to today's year and month. */
export function readState(get: (name: string) => string | null, today: string): CalendarState {
  const chosen = get('day')
  const day = isDay(chosen) ? chosen : null
  const year = readYear(get('year'), Number((day ?? today).slice(0, 4)))
  const month = Number(get('month') ?? (day?.startsWith(String(year)) ? day : today).slice(5, 7))
  const [view, zoom] = [get('view'), Number(get('zoom'))]
  return {
    view: isView(view) ? view : 'year',
    year,
    month: Number.isInteger(month) && month >= 1 && month <= 12 ? month : 1,
    day: day?.startsWith(String(year)) ? day : null,
    plan: get('plan'),
    zoom: ZOOMS.find((known) => known === zoom) ?? ZOOMS[0],
    expanded:
      get('rows')
        ?.split(',')
        .filter((id) => id !== '') ?? [],
  }
}

/** The month before or after, over the turn of the year. */
export function shiftMonth(
  { year, month }: Pick<CalendarState, 'year' | 'month'>,
  by: 1 | -1,
): { year: number; month: number } {
  const index = year * 12 + month - 1 + by
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}
