import type { CalendarPhase } from '@zhanggui/contract'
import { daysBetween } from '../../../range/day-arithmetic.ts'

/** Something that spans days and is drawn as a bar in a month. */
export type Spanned = {
  id: string
  name: string
  from: string
  to: string
  family: 'platform' | 'shop' | 'silent' | 'plan'
  phases: readonly CalendarPhase[]
}

/** A bar within one week: column and length in days from Monday, and the lane that it has to itself. */
export type WeekBar = {
  item: Spanned
  column: number
  length: number
  lane: number
  begins: boolean
  ends: boolean
  /** Cuts of the bar by phase, in days from its own left end. */
  cuts: { phase: CalendarPhase['phase'] | null; start: number; length: number }[]
}

const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string): string => (a < b ? a : b)

function cutsOf({ phases }: Spanned, from: string, to: string): WeekBar['cuts'] {
  const cuts = phases
    .map(({ phase, from: start, to: end }) => ({ phase, start: later(start, from), end: earlier(end, to) }))
    .filter(({ start, end }) => start < end)
    .map(({ phase, start, end }) => ({ phase, start: daysBetween(from, start), length: daysBetween(start, end) }))
  return cuts.length > 0 ? cuts : [{ phase: null, start: 0, length: daysBetween(from, to) }]
}

/** The bars of a week, longer ones first, each in the topmost lane that is free. `monday` is the first day of the week. */
export function weekBars(items: readonly Spanned[], monday: string, nextMonday: string): WeekBar[] {
  const lanes: string[] = []
  return items
    .filter(({ from, to }) => from < nextMonday && to > monday)
    .toSorted((a, b) => a.from.localeCompare(b.from) || b.to.localeCompare(a.to) || a.id.localeCompare(b.id))
    .map((item) => {
      const [from, to] = [later(item.from, monday), earlier(item.to, nextMonday)]
      const free = lanes.findIndex((busyUntil) => busyUntil <= from)
      const lane = free < 0 ? lanes.length : free
      lanes[lane] = to
      return {
        item,
        column: daysBetween(monday, from),
        length: daysBetween(from, to),
        lane,
        begins: from === item.from,
        ends: to === item.to,
        cuts: cutsOf(item, from, to),
      }
    })
}
