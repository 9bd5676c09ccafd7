export { withTargets } from './edit/apply-changes.ts'
export { ABSORB, type Absorb, type CellEdit, type Edited, type EditFailure, editGoals } from './edit/edit-goals.ts'
export {
  GOAL_DIMENSIONS,
  type Goal,
  type GoalDimension,
  type GoalDirection,
  type GoalMetric,
  type GoalScope,
  type Stage,
} from './goal.ts'
export { type Reconciled, reconcileGoals, type TargetChange } from './reconcile/reconcile-goals.ts'
export type { SumConflict } from './reconcile/sum-conflict.ts'
export type { PrepareOptions } from './reconcile/sum-problem.ts'
export { goalId } from './spread/goal-id.ts'
export { type Proposal, proposeBlanks, type Weigh } from './spread/propose-blanks.ts'
export { type SpreadConflict, type SpreadPart, spreadAmount } from './spread/spread-amount.ts'
export {
  type Spread,
  type SpreadAxis,
  type SpreadFailure,
  type SpreadRequest,
  spreadGoal,
} from './spread/spread-goal.ts'
export { addsUpOver, DRIVER_AXIS, isWhole } from './tree/additivity.ts'
export { buildTree, type GoalTree, type Metrics } from './tree/build-tree.ts'
export { cellKey, cellScope, goalKey, scopeHolds, scopeKey } from './tree/cell.ts'
export { checkTree, sameFigure } from './tree/check-tree.ts'
export { type GroupSum, groupSums, openSums } from './tree/group-sums.ts'
export type { SumGroup } from './tree/sum-groups.ts'
export { TREE_FAULT_CODES, type TreeFault, type TreeFaultCode } from './tree/tree-fault.ts'
