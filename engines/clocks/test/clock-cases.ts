import {
  applyEvent,
  type Clock,
  type ClockEvent,
  type ClockPolicy,
  type ClockStep,
  type ReadStep,
  readClock,
} from '../src/index.ts'
import { HOUR } from './shop-hours.ts'

export const step = (id: string, targetMs: number, more: Partial<ClockStep> = {}): ClockStep => ({
  id,
  nameZh: id,
  nameEn: id,
  targetMs,
  begins: 'start',
  after: null,
  pausedBy: ['customer', 'platform'],
  marks: [],
  ...more,
})

export const policy = (steps: readonly ClockStep[], more: Partial<ClockPolicy> = {}): ClockPolicy => ({
  id: 'case',
  nameZh: '测试',
  nameEn: 'Case',
  hours: null,
  steps,
  closedTime: 'free',
  ...more,
})

/** Two hours to solve, round the clock. */
export const solve = policy([step('solve', 2 * HOUR)])

export const start = (of: ClockPolicy, startedAt: number): Clock => ({ policy: of, startedAt, events: [] })

/** The clock after events, each entered at its own instant. Errors: throws what `applyEvent` refuses. */
export function after(clock: Clock, ...events: readonly ClockEvent[]): Clock {
  let now = clock
  for (const event of events) {
    const applied = applyEvent(now, event, { now: Number.MAX_SAFE_INTEGER })
    if (!applied.ok) throw new Error(applied.error.code)
    now = applied.value
  }
  return now
}

/** One step at an instant. */
export function stepAt(clock: Clock, now: number, id = 'solve', round?: number): ReadStep {
  const found = readClock(clock, now).steps.filter((s) => s.step === id && (round === undefined || s.round === round))
  const last = found.at(-1)
  if (!last) throw new Error(`no step ${id}`)
  return last
}
