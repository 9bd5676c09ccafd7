import { MINUTE_MS } from './minute-cells.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formatters.set(timeZone, made)
  return made
}

/** Number of the wall-clock minute since 1970 in a time zone: what a clock on the shop's wall shows, as one number. */
export function wallMinuteOf(instant: Date, timeZone: string): number {
  const parts = Object.fromEntries(
    wallClock(timeZone)
      .formatToParts(instant)
      .map((p) => [p.type, p.value]),
  )
  const text = `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:00Z`
  return Date.parse(text) / MINUTE_MS
}

/** The instant (ms) at which a wall clock shows this minute; of an hour that a clock change repeats, the later one. */
export function instantOfWallMinute(wallMinute: number, timeZone: string): number {
  const guess = wallMinute * MINUTE_MS
  const offset = wallMinuteOf(new Date(guess), timeZone) - wallMinute
  const near = guess - offset * MINUTE_MS
  const left = wallMinuteOf(new Date(near), timeZone) - wallMinute
  return near - left * MINUTE_MS
}

/** The instant at which a business day begins on the shop's wall clock. */
export const dayStart = (day: string, timeZone: string): Date =>
  new Date(instantOfWallMinute(Date.parse(`${day}T00:00:00Z`) / MINUTE_MS, timeZone))
