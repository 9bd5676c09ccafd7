export { ASSUMPTIONS } from './faults/assumptions.ts'
export type { Fault, FaultKind } from './faults/fault.ts'
export { FAULT_KINDS, faultOfPlan, findFaultKind } from './faults/index.ts'
export { placeFault, placeFaults } from './faults/place-faults.ts'
export { gainOfPlaybook, type PlaybookGain, planOfPlaybook } from './gain/gain-of-playbook.ts'
export { findShippedPlan, PLAN_LIBRARY } from './library/index.ts'
export type { Reaction } from './loop/plan-run.ts'
export { fillTemplate, PLACEHOLDERS, placeholdersIn, templateFaults } from './plans/message.ts'
export {
  type ContingencyPlan,
  type EmergencyPage,
  type MessageTemplate,
  type PlanGoals,
  type PlanResource,
  type PlanStep,
  RESOURCE_KINDS,
  type ResourceKind,
  STEP_EFFECTS,
  type StepEffect,
} from './plans/plan.ts'
export { planFaults, RESOURCE_NAMES, readyOf } from './plans/plan-faults.ts'
export { findPlanMetric, PLAN_METRICS, type PlanMetric } from './plans/plan-metric.ts'
export { planPolicy } from './plans/plan-policy.ts'
export {
  type RehearsalCase,
  type RehearsalFinding,
  type RuleRehearsal,
  rehearseRules,
} from './rehearsal/rehearse-rules.ts'
export type { DrillClock, DrillReport, FaultReport } from './report/drill-report.ts'
export { type DrillOptions, PASS_SCORE, runDrill } from './run-drill.ts'
export type { Lesson } from './score/lessons.ts'
export type { Loss } from './score/losses.ts'
export { isWithinGoals, type ScoreParts, scorePlan, type Times } from './score/score.ts'
export { runSystemsDrill, type SystemsReport } from './systems/run-systems-drill.ts'
export type { SystemsDrillOptions } from './systems/systems-drill.ts'
