import type { WithId } from '../tasks/campaign-task.ts'
import { inRunOrder, plannedEnd, type RunItem } from './run-item.ts'

/** `waiting`: its minute has come, but not the end of what it waits for. `late`: over its time and not ended. */
export const RUN_STATES = ['planned', 'waiting', 'running', 'late', 'done', 'skipped', 'failed'] as const
export type RunState = (typeof RUN_STATES)[number]

export type RunLine = WithId<RunItem> & {
  state: RunState
  /** Minutes after the planned end: of its own end, or of now while it runs; 0 in time, null before its end and for skipped ones. */
  lateMinutes: number
}

const MINUTE_MS = 60_000

export function runStateOf(item: RunItem, nowMs: number): RunState {
  if (item.ended) return item.ended.mark
  if (nowMs > plannedEnd(item)) return 'late'
  if (item.firedAt !== null) return 'running'
  return Date.parse(item.at) <= nowMs ? 'waiting' : 'planned'
}

function lateMinutesOf(item: RunItem, nowMs: number): number {
  if (item.ended?.mark === 'skipped') return 0
  const until = item.ended ? Date.parse(item.ended.at) : nowMs
  return Math.max(0, Math.floor((until - plannedEnd(item)) / MINUTE_MS))
}

/** The run sheet at a moment: every line with its state, what is on now (the longest overdue first), and what comes next. */
export function runSheetView(items: readonly WithId<RunItem>[], now: string) {
  const nowMs = Date.parse(now)
  const lines = items.toSorted(inRunOrder).map(
    ({ id, body }): RunLine => ({
      id,
      body,
      state: runStateOf(body, nowMs),
      lateMinutes: lateMinutesOf(body, nowMs),
    }),
  )
  const of = (...states: RunState[]): RunLine[] => lines.filter(({ state }) => states.includes(state))
  const next = lines.find(({ state }) => state === 'planned') ?? null
  return { lines, now: of('late', 'waiting', 'running'), next, late: of('late'), failed: of('failed') }
}
