import type { BusinessDay } from '@zhanggui/kernel'
import { PLAYBOOK_LIBRARY, type Playbook } from '@zhanggui/playbooks'
import { ASSUMPTIONS } from './faults/assumptions.ts'
import type { Fault } from './faults/fault.ts'
import { FAULT_KINDS, faultOfPlan } from './faults/index.ts'
import { placeFault, placeFaults } from './faults/place-faults.ts'
import { lastTimeOf } from './loop/last-time.ts'
import type { Reaction } from './loop/plan-run.ts'
import { type DayOptions, type DayRun, runDay } from './loop/run-day.ts'
import type { DrillMarket } from './market/drill-market.ts'
import type { ContingencyPlan } from './plans/plan.ts'
import { type DrillReport, joinCourses } from './report/drill-report.ts'
import { reportFault } from './report/report-fault.ts'
import { lossesOf } from './score/losses.ts'

export type DrillOptions = {
  seed: string
  day: BusinessDay
  /** Multiplies visits: 1 is a shop of about 1,000 visits on an ordinary day, five thousand on the day of a big push. */
  scale: number
  plans: readonly ContingencyPlan[]
  /** The shop's own playbooks; the shipped ones without. */
  playbooks?: readonly Playbook[]
  /** Faults of one's own making; placed by the seed without. */
  faults?: readonly Fault[]
  /** Who answers in the run that is judged. Default `all`. */
  reaction?: Exclude<Reaction, 'off'>
  /** Share done, 0 to 1. */
  onProgress?: (share: number) => void
}

const DAY_MINUTES = 1440
const LEAD_MINUTES = 60
/** So long a single fault is followed. */
const FOLLOWED_MINUTES = 300
/** A plan passes the gate of a whole day with this score. */
export const PASS_SCORE = 60
/** Runs of the same day: last time's, calm, nobody answering, plans at work. */
const RUNS = 4

function faultsOf({ seed, plans, faults }: DrillOptions): readonly Fault[] {
  if (faults) return faults
  const [only] = plans
  const kinds = FAULT_KINDS.filter(({ plan }) => plans.some(({ id }) => id === plan))
  const kind = plans.length === 1 && only ? faultOfPlan(only.id) : undefined
  return kind ? [placeFault(seed, kind)] : placeFaults(seed, kinds)
}

/** A whole day for many faults, the hours around one. */
function hoursOf(faults: readonly Fault[]): { from: number; to: number } {
  const [only] = faults
  if (faults.length !== 1 || !only) return { from: 0, to: DAY_MINUTES }
  return { from: Math.max(0, only.from - LEAD_MINUTES), to: Math.min(DAY_MINUTES, only.from + FOLLOWED_MINUTES) }
}

const paidOf = ({ course }: DrillMarket): number => course.reduce((sum, { paidCents }) => sum + paidCents, 0)

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)

function reportOf(
  options: DrillOptions,
  hours: { from: number; to: number },
  days: { calm: DayRun; off: DayRun; on: DayRun },
): DrillReport {
  const { calm, off, on } = days
  const isStandby = calm.market.isStandby
  const losses = lossesOf(on.market, calm.market, isStandby)
  const without = lossesOf(off.market, calm.market, isStandby)
  const nothing = { lostSalesCents: 0, directCents: 0, recoveredCents: 0, totalCents: 0 }
  const faults = on.market.faults.flatMap((live, i) => {
    const run = on.plans.find(({ fault }) => fault === live)
    if (!run) return []
    const loss = losses[i] ?? nothing
    return [reportFault({ run, live, market: on.market, loss, lossWithout: without[i] ?? nothing })]
  })
  return {
    seed: options.seed,
    day: options.day,
    scale: options.scale,
    ...hours,
    faults,
    incidents: on.incidents,
    falseAlarms: on.plans.reduce((sum, { falseAlarms }) => sum + falseAlarms, 0),
    paidCents: { calm: paidOf(calm.market), without: paidOf(off.market), withPlans: paidOf(on.market) },
    course: joinCourses(calm.market.course, off.market.course, on.market.course),
    score: mean(faults.map(({ score }) => score)),
    passed: faults.length > 0 && faults.every(({ score, detectedAt }) => detectedAt !== null && score >= PASS_SCORE),
    assumptions: ASSUMPTIONS,
  }
}

/**
 * Rehearses plans in the simulated market: the day as it would have gone, the same day with faults and nobody answering, and
 * with the plans at work, minute by minute through the real triggers, playbooks and clocks. Deterministic for a seed.
 * Errors: throws on a plan without a trigger and on a day without a day a year before.
 * @example runDrill({ seed: '1', day: parseDay('2026-11-11'), scale: 4, plans: PLAN_LIBRARY }).score
 */
export function runDrill(options: DrillOptions): DrillReport {
  const faults = faultsOf(options)
  const hours = hoursOf(faults)
  const { seed, day, scale, plans, onProgress } = options
  const playbooks = new Map((options.playbooks ?? PLAYBOOK_LIBRARY).map((playbook) => [playbook.id, playbook]))
  let done = 0
  const minutes = (hours.to - hours.from) * (RUNS - 1)
  const onMinute = (): void => {
    done += 1
    if (done % 30 === 0) onProgress?.(Math.min(1, done / minutes))
  }
  const base: Omit<DayOptions, 'last' | 'reaction'> = { seed, day, scale, ...hours, faults, plans, playbooks, onMinute }
  const last = lastTimeOf(base)
  const calm = runDay({ ...base, faults: [], reaction: 'off', last })
  const off = runDay({ ...base, reaction: 'off', last })
  const on = runDay({ ...base, reaction: options.reaction ?? 'all', last })
  onProgress?.(1)
  return reportOf(options, hours, { calm, off, on })
}
