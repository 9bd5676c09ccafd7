import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import { CAMPAIGN_PHASES, type CampaignPhase, MINUTES_OF_DAY, type PhaseWindow, WAVE_PHASES } from './phase.ts'
import { PHASE_TOLERANCES, type PhaseTolerances } from './tolerances.ts'

/** What is wrong with the days of a campaign. Days are counted with both ends. */
export type PhaseFinding =
  | { code: 'no_burst' }
  | { code: 'empty_window'; phase: CampaignPhase; wave: number }
  | { code: 'days_between'; phase: CampaignPhase; next: CampaignPhase; from: BusinessDay; to: BusinessDay }
  | { code: 'days_twice'; phase: CampaignPhase; next: CampaignPhase; from: BusinessDay; to: BusinessDay }
  | { code: 'wrong_order'; phase: CampaignPhase; next: CampaignPhase }
  | { code: 'phase_twice'; phase: CampaignPhase }
  | { code: 'start_minute_outside_day'; phase: CampaignPhase; startMinute: number }
  | { code: 'out_of_tolerance'; phase: CampaignPhase; wave: number; days: number; min: number; max: number }
  | { code: 'long_tail_too_late'; lastDay: BusinessDay; latest: BusinessDay }

/** Findings that leave a moment without a phase, or with two: such a campaign cannot run. */
export const isBrokenSchedule = ({ code }: PhaseFinding): boolean =>
  code !== 'out_of_tolerance' && code !== 'long_tail_too_late'

const rank = (phase: CampaignPhase): number => CAMPAIGN_PHASES.indexOf(phase)

/** Pre-heat may follow a burst (the next wave); nothing else goes back. */
const isBackwards = (a: PhaseWindow, b: PhaseWindow): boolean =>
  rank(b.phase) <= rank(a.phase) && !(a.phase === 'burst' && b.phase === 'preheat')

function seams(windows: readonly PhaseWindow[]): PhaseFinding[] {
  return windows.slice(1).flatMap((next, i): PhaseFinding[] => {
    const before = windows[i]
    if (!before) return []
    const found: PhaseFinding[] = []
    const names = { phase: before.phase, next: next.phase }
    if (before.to < next.from) found.push({ code: 'days_between', ...names, from: before.to, to: next.from })
    if (before.to > next.from) found.push({ code: 'days_twice', ...names, from: next.from, to: before.to })
    if (isBackwards(before, next)) found.push({ code: 'wrong_order', ...names })
    return found
  })
}

function single({ phase, wave, from, to, startMinute }: PhaseWindow, tolerances: PhaseTolerances): PhaseFinding[] {
  if (from >= to) return [{ code: 'empty_window', phase, wave }]
  const found: PhaseFinding[] = []
  if (!(startMinute >= 0 && startMinute < MINUTES_OF_DAY))
    found.push({ code: 'start_minute_outside_day', phase, startMinute })
  const bounds = tolerances.days[phase]
  const days = daysBetween(from, to)
  // The platform sets the days between two waves; the tolerance is for the first.
  if (bounds && wave === 1 && (days < bounds.min || days > bounds.max))
    found.push({ code: 'out_of_tolerance', phase, wave, days, ...bounds })
  return found
}

function longTail(windows: readonly PhaseWindow[], { longTailLastDay }: PhaseTolerances): PhaseFinding[] {
  const burst = windows.findLast(({ phase }) => phase === 'burst')
  const tail = windows.find(({ phase }) => phase === 'longTail')
  if (!burst) return [{ code: 'no_burst' }]
  const latest = addDays(burst.to, longTailLastDay - 1)
  const lastDay = tail && addDays(tail.to, -1)
  return lastDay && lastDay > latest ? [{ code: 'long_tail_too_late', lastDay, latest }] : []
}

const repeated = (windows: readonly PhaseWindow[]): PhaseFinding[] =>
  CAMPAIGN_PHASES.filter((phase) => !WAVE_PHASES.has(phase) && windows.filter((w) => w.phase === phase).length > 1).map(
    (phase) => ({ code: 'phase_twice', phase }),
  )

/** Everything that is wrong with the days of a campaign, holes and double days first. */
export function checkPhases(
  windows: readonly PhaseWindow[],
  tolerances: PhaseTolerances = PHASE_TOLERANCES,
): PhaseFinding[] {
  const own = windows.flatMap((window) => single(window, tolerances))
  const found = [...seams(windows), ...repeated(windows), ...own, ...longTail(windows, tolerances)]
  return found.toSorted((a, b) => Number(isBrokenSchedule(b)) - Number(isBrokenSchedule(a)))
}
