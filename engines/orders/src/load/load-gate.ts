import type { LoadFigures } from './load-figures.ts'

/** What a shop has to stand before a campaign. */
export type LoadGoals = {
  /** Orders a second of the forecast's peak, and how much more there has to be room for, basis points. */
  peakPerSecond: number
  headroomBp: number
  /** p99 of orders that are done, at the peak and under overload, ms. */
  goalMs: number
  /** p99 of being told no, ms: early, or it is no better than waiting. */
  refuseMs: number
  /** Buyers that get through while sources attack, basis points. */
  buyersBp: number
  /** p99 of how far from their turn those in line are let in, ms. */
  fairMs: number
}

export const GATE_CHECKS = [
  'room',
  'speed',
  'overload_speed',
  'overload_fair',
  'refused_early',
  'no_failure',
  'buyers',
] as const
export type GateCheck = {
  check: (typeof GATE_CHECKS)[number]
  isPassed: boolean
  measured: number | null
  goal: number
}

export type LoadRun = {
  kneePerSecond: number | null
  /** The step at or just above the peak; at twenty times it; and with attackers among the buyers. `null`: not run. */
  peak: LoadFigures | null
  overload: LoadFigures | null
  attack: LoadFigures | null
}

const check = (name: GateCheck['check'], measured: number | null, goal: number, isPassed: boolean): GateCheck => ({
  check: name,
  measured,
  goal,
  isPassed: measured !== null && isPassed,
})

/** Pass or fail, check by check; what was not measured has not passed (P7.04). */
export function loadGate({ kneePerSecond, peak, overload, attack }: LoadRun, goals: LoadGoals): GateCheck[] {
  const { peakPerSecond, headroomBp, goalMs, refuseMs, buyersBp, fairMs } = goals
  const needed = (peakPerSecond * (10_000 + headroomBp)) / 10_000
  const p99 = peak?.doneMs?.p99Ms ?? null
  const overloadP99 = overload?.doneMs?.p99Ms ?? null
  const outOfTurn = overload?.outOfTurnMs ?? null
  const refusedP99 = overload?.refusedMs?.p99Ms ?? null
  const failed = [peak, overload, attack].reduce<number | null>(
    (sum, step) => (step ? (sum ?? 0) + step.failed : sum),
    null,
  )
  const buyers = attack && attack.buyers > 0 ? Math.round((attack.buyersDone * 10_000) / attack.buyers) : null
  return [
    check('room', kneePerSecond, needed, (kneePerSecond ?? 0) >= needed),
    check('speed', p99, goalMs, (p99 ?? 0) <= goalMs),
    check('overload_speed', overloadP99, goalMs, (overloadP99 ?? 0) <= goalMs),
    check('overload_fair', outOfTurn, fairMs, (outOfTurn ?? 0) <= fairMs),
    check('refused_early', refusedP99, refuseMs, (refusedP99 ?? 0) <= refuseMs),
    check('no_failure', failed, 0, failed === 0),
    check('buyers', buyers, buyersBp, (buyers ?? 0) >= buyersBp),
  ]
}
