/** What the budget page can show; `?view=` in its URL. */
export const BUDGET_VIEWS = [
  'tree',
  'ledger',
  'pacing',
  'reserve',
  'channels',
  'scenario',
  'subsidies',
  'resources',
] as const
export type BudgetView = (typeof BUDGET_VIEWS)[number]

export const budgetViewOf = (named: string | null): BudgetView => BUDGET_VIEWS.find((view) => view === named) ?? 'tree'
