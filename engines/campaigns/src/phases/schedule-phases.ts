import type { Occasion } from '@zhanggui/calendar'
import { addDays, assert, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import { joinWindows, type LooseWindow } from './join-windows.ts'
import type { PhaseWindow } from './phase.ts'

/**
 * D4 lets closing (D+1 to D+3) and long tail (up to a week after) claim the same days. `closingFirst`: closing keeps its days and
 * the long tail has the rest of the week. `longTailFirst`: the encore opens on D+2, so closing keeps D+1 alone and its work goes on
 * as tasks.
 */
export const OVERLAP_RULES = ['closingFirst', 'longTailFirst'] as const
export type OverlapRule = (typeof OVERLAP_RULES)[number]

/** Days of each phase; `longTailLastDay` counts from the last burst day. */
export type PhaseLengths = {
  reservoirDays: number
  preheatDays: number
  burstDays: number
  closingDays: number
  longTailLastDay: number
  reviewDays: number
}

/** Middle of the tolerances of D4 for a one-day burst. */
export const PHASE_LENGTHS: PhaseLengths = {
  reservoirDays: 14,
  preheatDays: 10,
  burstDays: 1,
  closingDays: 3,
  longTailLastDay: 7,
  reviewDays: 7,
}

type Tail = Pick<PhaseLengths, 'closingDays' | 'longTailLastDay' | 'reviewDays'>

/** What follows the last burst day; `burstEnd` is the first day after it. */
function tailOf(burstEnd: BusinessDay, { closingDays, longTailLastDay, reviewDays }: Tail, rule: OverlapRule) {
  const closed = rule === 'closingFirst' ? closingDays : Math.min(1, closingDays)
  const tailFrom = addDays(burstEnd, closed)
  const tailTo = addDays(burstEnd, Math.max(longTailLastDay, closed))
  return [
    { phase: 'closing', from: burstEnd, to: tailFrom },
    { phase: 'longTail', from: tailFrom, to: tailTo },
    { phase: 'review', from: tailTo, to: addDays(tailTo, reviewDays) },
  ] satisfies LooseWindow[]
}

export type ScheduleOptions = {
  lengths?: Partial<PhaseLengths>
  overlapRule?: OverlapRule
  /** Minute of the day at which the burst opens; the platform's evening starts (20:00) stand on the day before. */
  burstStartMinute?: number
}

/**
 * The phases of a campaign counted from its main day, the first day of the burst. No day is left out and none stands twice.
 * Errors: throws on a negative length or a burst of no day.
 * @example schedulePhases(parseDay('2026-06-18')).map(({ phase }) => phase) // six phases, once each
 */
export function schedulePhases(mainDay: BusinessDay, options: ScheduleOptions = {}): PhaseWindow[] {
  const lengths = { ...PHASE_LENGTHS, ...options.lengths }
  assert(
    Object.values(lengths).every((n) => Number.isInteger(n) && n >= 0),
    'phases last whole days, none below zero',
  )
  assert(lengths.burstDays >= 1, 'a burst lasts a day at least')
  const preheatFrom = addDays(mainDay, -lengths.preheatDays)
  const burstEnd = addDays(mainDay, lengths.burstDays)
  return joinWindows(
    [
      { phase: 'reservoir', from: addDays(preheatFrom, -lengths.reservoirDays), to: preheatFrom },
      { phase: 'preheat', from: preheatFrom, to: mainDay },
      { phase: 'burst', from: mainDay, to: burstEnd },
      ...tailOf(burstEnd, lengths, options.overlapRule ?? 'closingFirst'),
    ],
    options.burstStartMinute,
  )
}

/**
 * The phases of a campaign that follows an occasion: its waves of pre-heat and burst as the platform runs them, the reservoir
 * before, long tail and review behind. Closing is the occasion's own where it states one.
 */
export function scheduleOccasion(occasion: Occasion, options: ScheduleOptions = {}): PhaseWindow[] {
  const lengths = { ...PHASE_LENGTHS, ...options.lengths }
  const last = occasion.phases.findLast(({ phase }) => phase === 'burst')
  if (!last) return schedulePhases(occasion.mainDay, options)
  const closing = occasion.phases.find(({ phase, from }) => phase === 'closing' && from >= last.to)
  const closingDays = closing ? daysBetween(closing.from, closing.to) : lengths.closingDays
  const waves = occasion.phases.filter(({ to }) => to <= last.to)
  const from = waves[0]?.from ?? occasion.from
  return joinWindows(
    [
      { phase: 'reservoir', from: addDays(from, -lengths.reservoirDays), to: from },
      ...waves.map((span): LooseWindow => ({ ...span, phase: span.phase === 'closing' ? 'preheat' : span.phase })),
      ...tailOf(last.to, { ...lengths, closingDays }, options.overlapRule ?? 'closingFirst'),
    ],
    options.burstStartMinute,
  )
}
