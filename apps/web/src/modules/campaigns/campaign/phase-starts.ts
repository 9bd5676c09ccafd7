import type { PhaseWindow } from '@zhanggui/contract'
import { addDays } from '../../../range/day-arithmetic.ts'

/** What a form asks for: the day each phase begins, the hour a burst opens, and the last day of all. */
export type PhaseStarts = { starts: { from: string; hour: number | null }[]; end: string }

const HOUR = 60

export const startsOf = (windows: readonly PhaseWindow[]): PhaseStarts => ({
  starts: windows.map(({ from, startMinute }) => ({ from, hour: Math.floor(startMinute / HOUR) })),
  end: addDays(windows.at(-1)?.to ?? '', -1),
})

/** Each phase lasts until the next begins; the last one to the end of its last day. */
export const windowsFrom = (windows: readonly PhaseWindow[], { starts, end }: PhaseStarts): PhaseWindow[] =>
  windows.map((window, i) => ({
    ...window,
    from: starts[i]?.from ?? window.from,
    to: starts[i + 1]?.from ?? addDays(end, 1),
    startMinute: window.phase === 'burst' ? (starts[i]?.hour ?? 0) * HOUR : 0,
  }))
