import type { SlotBooking } from '../slots/slot-booking.ts'

export type DayFigure = { day: string; value: number }

/** Mean figure of the days on which none of two tools ran, one of them, both; null where there was no such day. */
export type JointEffect = {
  first: string
  second: string
  neither: number | null
  firstOnly: number | null
  secondOnly: number | null
  both: number | null
  /** What both together bring beyond the sum of each: above zero they help each other. Null unless all four are known. */
  together: number | null
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** Days on which a tool ran, by the shop's calendar. */
function daysOf(bookings: readonly SlotBooking[], dayOf: (instant: string) => string): Set<string> {
  const days = new Set<string>()
  for (const { from, until } of bookings)
    for (let at = Date.parse(from); at < Date.parse(until); at += 3_600_000) days.add(dayOf(new Date(at).toISOString()))
  return days
}

/**
 * What two tools bring alone and together (P4.12), for every pair that was booked.
 * Shape: `figures` one entry a day. A comparison of days, no experiment: what else differed between them is in it too.
 */
export function jointEffects(
  bookings: readonly SlotBooking[],
  figures: readonly DayFigure[],
  dayOf: (instant: string) => string,
): JointEffect[] {
  const kinds = [...new Set(bookings.map(({ kind }) => kind))].toSorted()
  const running = new Map(
    kinds.map((kind) => [
      kind,
      daysOf(
        bookings.filter((slot) => slot.kind === kind),
        dayOf,
      ),
    ]),
  )
  return kinds.flatMap((first, i) =>
    kinds.slice(i + 1).map((second): JointEffect => {
      const of = (a: boolean, b: boolean): number | null =>
        mean(
          figures
            .filter(({ day }) => running.get(first)?.has(day) === a && running.get(second)?.has(day) === b)
            .map(({ value }) => value),
        )
      const [neither, firstOnly, secondOnly, both] = [
        of(false, false),
        of(true, false),
        of(false, true),
        of(true, true),
      ]
      const known = neither !== null && firstOnly !== null && secondOnly !== null && both !== null
      return {
        first,
        second,
        neither,
        firstOnly,
        secondOnly,
        both,
        together: known ? both - firstOnly - secondOnly + neither : null,
      }
    }),
  )
}
