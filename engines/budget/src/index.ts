export {
  BUDGET_KINDS,
  type BudgetKind,
  type BudgetLine,
  type BudgetRules,
  SHARE_BASES,
  type ShareBase,
  type StageRule,
} from './budget-line.ts'
