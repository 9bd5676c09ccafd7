export {
  GOAL_DIMENSIONS,
  type Goal,
  type GoalDimension,
  type GoalDirection,
  type GoalMetric,
  type GoalScope,
  type Stage,
} from './goal.ts'
