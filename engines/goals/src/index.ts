export {
  ATTAINMENT_STATUSES,
  type Attainment,
  type AttainmentInput,
  type AttainmentStatus,
  attainment,
  dayAfter,
  type PeriodEnd,
} from './attain/attainment.ts'
export { type ReplayError, type Replayed, replayErrors } from './attain/replay.ts'
export { sumInterval } from './attain/sum-interval.ts'
export { CENSUS_PEOPLE } from './balance/census-people.ts'
export {
  placeRegions,
  type Quadrant,
  type QuadrantLines,
  quadrantLines,
  type RegionFacts,
  type RegionPlace,
} from './balance/region-quadrants.ts'
export { DEFAULT_LIFT, type QuadrantLift, regionTargets } from './balance/region-targets.ts'
export {
  AOV_LEVERS,
  type AovChange,
  type AovEffect,
  type AovLever,
  type AovStep,
  type AovStepEffect,
  aovPath,
  type CategorySales,
  decomposeAov,
  type SalesByCategory,
} from './drivers/aov-mix.ts'
export { type NodeDrivers, type NodeRates, nodeDrivers } from './drivers/node-drivers.ts'
export {
  DRIVERS,
  type Driver,
  type DriverAnswer,
  type DriverSet,
  type DriverSlack,
  growDrivers,
  solveDrivers,
  solveGrowth,
} from './drivers/solve-drivers.ts'
export { withTargets } from './edit/apply-changes.ts'
export { ABSORB, type Absorb, type CellEdit, type Edited, type EditFailure, editGoals } from './edit/edit-goals.ts'
export { yearParts } from './edit/year-parts.ts'
export { type Award, type AwardTask, awardTasks } from './follow/award-tasks.ts'
export { type BaseMonth, baseGrowth, type SalesDay } from './follow/base-growth.ts'
export {
  IMPROVEMENT_METRICS,
  IMPROVEMENT_TARGETS,
  type ImprovementTargets,
  improvementGoals,
} from './follow/improvement-goals.ts'
export { judgeRepurchase, type RepurchaseRate, type RepurchaseVerdict } from './follow/repurchase-check.ts'
export { unlinkedGoals } from './follow/unlinked-goals.ts'
export {
  GOAL_DIMENSIONS,
  type Goal,
  type GoalDimension,
  type GoalDirection,
  type GoalMetric,
  type GoalScope,
  type Stage,
} from './goal.ts'
export { type CategoryYear, type MixRules, mixRoom } from './mix/mix-room.ts'
export { type Mix, type MixCategory, type MixFailure, type MixRequest, optimiseMix } from './mix/optimise-mix.ts'
export { type Reconciled, reconcileGoals, type TargetChange } from './reconcile/reconcile-goals.ts'
export type { SumConflict } from './reconcile/sum-conflict.ts'
export type { PrepareOptions } from './reconcile/sum-problem.ts'
export { goalId } from './spread/goal-id.ts'
export { type SpreadConflict, type SpreadPart, spreadAmount } from './spread/spread-amount.ts'
export {
  type Spread,
  type SpreadAxis,
  type SpreadFailure,
  type SpreadRequest,
  type SpreadValue,
  spreadGoal,
  type Weigh,
} from './spread/spread-goal.ts'
export { type MilestoneQuestion, milestone } from './stages/milestone.ts'
export { type Criterion, type CriterionState, type StageState, stageGates } from './stages/stage-gates.ts'
export { addsUpOver, DRIVER_AXIS, isBoundToPeriod, isWhole } from './tree/additivity.ts'
export { buildTree, type GoalTree, type Metrics } from './tree/build-tree.ts'
export { cellKey, cellScope, goalKey, scopeHolds, scopeKey } from './tree/cell.ts'
export { checkTree, sameFigure } from './tree/check-tree.ts'
export { type GroupSum, groupSums, openSums } from './tree/group-sums.ts'
export { plainGoal } from './tree/plain-goal.ts'
export type { SumGroup } from './tree/sum-groups.ts'
export { TREE_FAULT_CODES, type TreeFault, type TreeFaultCode } from './tree/tree-fault.ts'
