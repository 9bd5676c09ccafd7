/** What can be wrong with a budget tree. All but `period_outside_parent` and `overlapping_periods` block approval. */
export const BUDGET_ISSUE_CODES = [
  'duplicate_id',
  'unknown_parent',
  'cycle',
  'too_deep',
  'period_outside_parent',
  'overlapping_periods',
  'amount_not_set',
  'amount_too_large',
  'negative_amount',
  'base_missing',
  'ambiguous_shares',
  'base_unknown',
  'share_amount_disagree',
  'unassigned',
  'excess',
] as const
export type BudgetIssueCode = (typeof BUDGET_ISSUE_CODES)[number]

/**
 * One thing that is wrong in a tree, told once. `lineIds` are the lines it speaks of (the siblings, for a level);
 * `figures` the numbers of its sentence: cents end in `Cents`, shares in `Bp`.
 */
export type BudgetIssue = {
  code: BudgetIssueCode
  lineIds: readonly string[]
  /** Parent of the level, where the issue is about a level; `null` is the top. */
  parentId: string | null
  figures: Readonly<Record<string, number | string | null>>
  blocking: boolean
}

const REMARKS: ReadonlySet<BudgetIssueCode> = new Set(['period_outside_parent', 'overlapping_periods'])

export const budgetIssue = (
  code: BudgetIssueCode,
  lineIds: readonly string[],
  parentId: string | null = null,
  figures: BudgetIssue['figures'] = {},
): BudgetIssue => ({ code, lineIds, parentId, figures, blocking: !REMARKS.has(code) })
