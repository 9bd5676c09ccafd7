export { checkPlan } from './check-plan.ts'
export { countFindings, type FindingCounts } from './count-findings.ts'
export { findingKey } from './finding-key.ts'
export type {
  AssumptionFact,
  ContractFact,
  DossierFact,
  ObservedRange,
  PlanFacts,
  ToolFact,
} from './plan-facts.ts'
export { RULES } from './registry.ts'
export type { Rule } from './rule.ts'
export { TEXT_RULES } from './text-rules.ts'
