export {
  type AssumptionFact,
  type ContractFact,
  checkPlan,
  countFindings,
  type DossierFact,
  type FindingCounts,
  findingKey,
  type ObservedRange,
  type PlanFacts,
  RULES,
  type Rule,
  TEXT_RULES,
  type ToolFact,
} from './check/index.ts'
export { applyChanges } from './compare/apply-changes.ts'
export { comparePlans } from './compare/compare-plans.ts'
export type { FieldChange, PlanChange } from './compare/plan-change.ts'
export { sameValue } from './compare/same-value.ts'
export { copyPlan } from './copy-plan.ts'
export { buildPlanDocument } from './document/build-plan-document.ts'
export type {
  AssumptionLine,
  CourseFigure,
  DiagnosisFact,
  DocumentFacts,
  LastYear,
  OutlookFact,
  YearFigure,
} from './document/document-facts.ts'
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
export { findPractices, type PracticeFound } from './scan/find-practices.ts'
export type { PlanFault, PlanFaultCode } from './structure/plan-fault.ts'
export { planFaults } from './structure/plan-faults.ts'
export { deriveTable } from './table/derive-table.ts'
export { DERIVED, type Derived, derivedId } from './table/derived.ts'
export { listItems } from './table/list-items.ts'
export { MERGED_LISTS, type MergeCounts, type MergedList, type MergedTable, mergeTable } from './table/merge-table.ts'
export { overlayRows } from './table/overlay-rows.ts'
export { periodLabel, readPeriodLabel } from './table/period-label.ts'
export { type DocumentLine, planOfLines } from './table/plan-of-lines.ts'
export { type ReadTable, readTable } from './table/read-table.ts'
export type { Grid, Merge } from './table/table-grid.ts'
export { COLUMN_TITLES } from './table/table-headers.ts'
export { TABLE_NOTE_CODES, type TableNote, type TableNoteCode } from './table/table-note.ts'
export type { ToolWorld } from './table/tool-notes.ts'
export { writeTable } from './table/write-table.ts'
export {
  ESCALATION_LADDER,
  ESCALATION_STEPS,
  type Escalatable,
  type Escalation,
  type EscalationLadder,
  type EscalationStep,
  escalate,
} from './tasks/escalate.ts'
export { DEFAULT_TOOLS } from './tools/default-tools.ts'
export { findTools, type ToolMention } from './tools/find-tools.ts'
export { mapTool, type ToolMapping } from './tools/map-tool.ts'
export { overlayTools } from './tools/overlay-tools.ts'
export { TOOL_KINDS, type Tool, type ToolKind } from './tools/tool.ts'
