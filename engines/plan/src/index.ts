export {
  type AssumptionFact,
  type ContractFact,
  checkPlan,
  countFindings,
  type DossierFact,
  type FindingCounts,
  findingKey,
  type MetricFact,
  type ObservedRange,
  type PlanFacts,
  type ProfileFact,
  RULES,
  type Rule,
  type ToolFact,
} from './check/index.ts'
export { applyChanges } from './compare/apply-changes.ts'
export { comparePlans } from './compare/compare-plans.ts'
export type { FieldChange, PlanChange } from './compare/plan-change.ts'
export { sameValue } from './compare/same-value.ts'
export { copyPlan } from './copy-plan.ts'
export { emptyPlan } from './empty-plan.ts'
export type { Finding, FindingLevel } from './finding.ts'
export {
  frameOf,
  joinParts,
  PLAN_LISTS,
  type PlanFrame,
  type PlanList,
  type PlanPartBodies,
  planLists,
  splitPlan,
  withParts,
} from './parts/plan-parts.ts'
export {
  CHAPTERS,
  type Chapter,
  type Dated,
  EVENT_KINDS,
  type EventKind,
  type OwnMeasure,
  PLAN_PARTS,
  PLAN_SIDES,
  PLAN_TEAMS,
  type Plan,
  type PlanEvent,
  type PlanPart,
  type PlanRequest,
  type PlanSide,
  type PlanTask,
  type PlanTeam,
  REQUEST_KINDS,
  type RequestKind,
  type Sourced,
  type SourceRef,
  TABLE_COLUMNS,
  type TableColumn,
  type TableRow,
} from './plan.ts'
export type { PlanFault, PlanFaultCode } from './structure/plan-fault.ts'
export { planFaults } from './structure/plan-faults.ts'
export { DEFAULT_TOOLS } from './tools/default-tools.ts'
export { findTools, type ToolMention } from './tools/find-tools.ts'
export { mapTool, type ToolMapping } from './tools/map-tool.ts'
export { overlayTools } from './tools/overlay-tools.ts'
export { TOOL_KINDS, type Tool, type ToolKind } from './tools/tool.ts'
