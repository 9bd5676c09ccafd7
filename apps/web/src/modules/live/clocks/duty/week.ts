import type { DutyView } from '@zhanggui/contract'

const DAY_MS = 86_400_000

/** The day a number of days after another, `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The Monday of the week of an instant on the shop's wall. */
export function mondayOf(instant: number, timeZone: string | undefined): string {
  const zone = timeZone === undefined ? {} : { timeZone }
  const today = new Intl.DateTimeFormat('en-CA', zone).format(instant)
  return dayAfter(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
}

/** A stretch within one day, as shares of it from its midnight. */
export type Bar = { key: string; from: number; to: number; kind: 'shift' | 'gap'; who: string; title: string }
export type DayBars = { day: string; lanes: Bar[][] }

type Piece = Omit<Bar, 'from' | 'to'> & { start: number; end: number }

function within(piece: Piece, dayStart: number): Bar | null {
  const from = Math.max(0, (piece.start - dayStart) / DAY_MS)
  const to = Math.min(1, (piece.end - dayStart) / DAY_MS)
  const { key, kind, who, title } = piece
  return to > from ? { key, kind, who, title, from, to } : null
}

/** Bars that overlap go under one another, the earliest on top. */
function toLanes(bars: readonly Bar[]): Bar[][] {
  const lanes: Bar[][] = []
  for (const bar of bars.toSorted((a, b) => a.from - b.from)) {
    const free = lanes.find((lane) => (lane.at(-1)?.to ?? 0) <= bar.from)
    if (free) free.push(bar)
    else lanes.push([bar])
  }
  return lanes
}

/**
 * The first level's shifts and gaps of a week, day by day. A day has 24 hours here; one on which the clocks change is drawn
 * an hour off, its times are told right.
 * @param offsetMs what the shop's wall is ahead of UTC.
 */
export function weekBars({ shifts, gaps }: DutyView, monday: string, { offsetMs }: { offsetMs: number }): DayBars[] {
  const pieces: Piece[] = [
    ...shifts
      .filter(({ level }) => level === 'first')
      .map(({ person, name, from, to }) => ({
        key: `${person}/${from}`,
        kind: 'shift' as const,
        who: name ?? person,
        title: `${from}/${to}`,
        start: Date.parse(from),
        end: Date.parse(to),
      })),
    ...gaps.map(({ from, to }) => ({
      key: `gap/${from}`,
      kind: 'gap' as const,
      who: '',
      title: `${from}/${to}`,
      start: Date.parse(from),
      end: Date.parse(to),
    })),
  ]
  return Array.from({ length: 7 }, (_, i) => {
    const day = dayAfter(monday, i)
    const dayStart = Date.parse(`${day}T00:00:00Z`) - offsetMs
    const bars = pieces.map((piece) => within(piece, dayStart)).filter((bar) => bar !== null)
    return { day, lanes: toLanes(bars) }
  })
}

/** What a wall is ahead of UTC at an instant. */
export function offsetOf(instant: number, timeZone: string | undefined): number {
  const zone = timeZone === undefined ? {} : { timeZone }
  const wall = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'medium' }).format(instant)
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000
}
