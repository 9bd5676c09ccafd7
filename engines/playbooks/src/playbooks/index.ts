export {
  applyChanges,
  type Change,
  type Conflict,
  conflictsOf,
  type Fields,
  keyOf,
  numberOf,
  type Subject,
  subjectsOf,
  undoOf,
  type Value,
  type World,
} from './change.ts'
export { type Decision, decide, isTrouble, type Moment } from './decide.ts'
export { describePlaybook } from './describe-playbook.ts'
export { type NameKind, type Naming, ownNames, PLAYBOOK_EVENTS } from './names.ts'
export { type PlannedAction, planRun, type RunPlan, subjectTypesOf } from './plan-run.ts'
export {
  type ActionCall,
  APPROVALS,
  type Approval,
  type Limits,
  type Params,
  type ParamValue,
  type Playbook,
  type Trigger,
} from './playbook.ts'
export { playbookFaults } from './playbook-faults.ts'
