import { type Driver, type DriverSet, type Goal, scopeKey, solveGrowth } from '@zhanggui/goals'
import type { Plan } from '../plan.ts'

/** Sales, visitors, conversion and basket of one period and scope, as growth over their baselines; basis points. */
export type DriverConflict = {
  sales: Goal
  /** What the sales goal asks for. */
  statedBp: number
  /** What conversion, basket and visitors make together; visitors as they are where no goal speaks of them. */
  impliedBp: number
  /** By how much visitors would have to change. */
  slackBp: number
}

/** The identity holds with sales on the paid basis; a plan that only speaks of GMV means the same. */
const DRIVER_OF: Readonly<Record<string, Driver>> = { paid: 'gmv', gmv: 'gmv', uv: 'uv', cvr: 'cvr', aov: 'aov' }
/** Targets are written in whole per cent; less than this is rounding. */
const ROUNDING = 0.005

const growthOf = (goal: Goal | undefined): number | null =>
  goal?.target && goal.baseline && goal.baseline > 0 ? goal.target / goal.baseline - 1 : null

/** Visitors are whole: in a small category one more or less is a share worth naming, and no contradiction. */
const oneVisitor = (uv: Goal | undefined): number => (uv?.target && uv.target > 0 ? 1 / uv.target : 0)

const basisPoints = (growth: number): number => Math.round(growth * 10_000)

/** By how much visitors have to change for the other three; with a goal of their own, beyond that goal. */
function slackOf(growth: DriverSet): number | null {
  const answer = solveGrowth(growth)
  if (answer.kind === 'solved' && answer.solved === 'uv') return answer.values.uv - 1
  if (answer.kind !== 'overdetermined') return null
  return answer.slacks.find(({ driver }) => driver === 'uv')?.slack ?? null
}

function conflictIn(goals: readonly Goal[]): DriverConflict[] {
  const of = (driver: Driver): Goal | undefined => goals.find((goal) => DRIVER_OF[goal.metric] === driver)
  const sales = of('gmv')
  const growth = {
    gmv: growthOf(sales),
    uv: growthOf(of('uv')),
    cvr: growthOf(of('cvr')),
    aov: growthOf(of('aov')),
  }
  if (!sales || growth.gmv === null || growth.cvr === null || growth.aov === null) return []
  const slack = slackOf(growth)
  // More visitors than planned is work; fewer than today, or another number than planned, is a contradiction.
  const rounding = Math.max(ROUNDING, oneVisitor(of('uv')))
  const isWrong = slack !== null && (growth.uv === null ? slack < -rounding : Math.abs(slack) > rounding)
  if (!isWrong) return []
  const implied = (1 + growth.cvr) * (1 + growth.aov) * (1 + (growth.uv ?? 0)) - 1
  return [{ sales, statedBp: basisPoints(growth.gmv), impliedBp: basisPoints(implied), slackBp: basisPoints(slack) }]
}

/** Every set of driver goals that cannot all be met (P2.03, X04). */
export function driverConflicts({ goals }: Plan): DriverConflict[] {
  const drivers = goals.filter((goal) => goal.metric in DRIVER_OF)
  const cells = Map.groupBy(drivers, ({ period, scope, set }) => `${period}|${set}|${scopeKey(scope)}`)
  return [...cells.values()].flatMap(conflictIn)
}
