import type { ServiceHours } from '../hours/service-hours.ts'

/** Why a clock may stand still. A closed list: a reason that anybody may invent is a way around every deadline. */
export const PAUSE_REASONS = ['customer', 'platform', 'merchant', 'supplier', 'carrier'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

/**
 * An instant on the way of a step at which something has to happen: a warning before its target, a next level of people
 * after it. Counted like the target itself, in working time since the step began.
 */
export type Mark = {
  /** Unique in the step; `due` is the target's own. */
  id: string
  afterMs: number
  kind: 'warning' | 'escalation'
  /** Who is told, e.g. a duty level; null the owner of the clock. */
  tells: string | null
}

export type ClockStep = {
  id: string
  nameZh: string
  nameEn: string
  /** Working time from the step's beginning within which it has to be done; a millisecond more is late. */
  targetMs: number
  /**
   * When it begins: with the clock (`start`), when `after` is done (`afterStep`), or each time it is called for (`call`),
   * such as the answer that each new message of a customer asks for.
   */
  begins: 'start' | 'afterStep' | 'call'
  /** The step that comes first; a call before it is done begins nothing, because that step still waits for an answer. */
  after: string | null
  /** Which reasons stop this step; the others pass it by. */
  pausedBy: readonly PauseReason[]
  marks: readonly Mark[]
}

/** A ladder of deadlines on one subject: what has to be done by when, in whose working hours. */
export type ClockPolicy = {
  id: string
  nameZh: string
  nameEn: string
  /** Null: round the clock. */
  hours: ServiceHours | null
  steps: readonly ClockStep[]
  /** Whether the time between a stop and a reopening counts against the steps that the stop had ended. */
  closedTime: 'free' | 'counts'
}

/** The mark of the target itself. */
export const DUE = 'due'

/** Every mark of a step with the target's own, the earliest first. */
export const marksOf = ({ marks, targetMs }: ClockStep): readonly { id: string; afterMs: number }[] =>
  [...marks, { id: DUE, afterMs: targetMs }].toSorted((a, b) => a.afterMs - b.afterMs)

/** @example warningAt(2 * 3_600_000, 8000) // at 96 minutes, 80 % of two hours */
export const warningAt = (targetMs: number, shareBp: number): Mark => ({
  id: `warning-${shareBp / 100}`,
  afterMs: Math.round((targetMs * shareBp) / 10_000),
  kind: 'warning',
  tells: null,
})
