import { BUDGET_CHANNELS, BUDGET_PROFILES } from '@zhanggui/budget'
import type { BudgetCatalogue } from '@zhanggui/contract'

/** What budgets are spent on, and the profiles with the source of every figure. */
export const budgetCatalogue = (): BudgetCatalogue => ({
  channels: BUDGET_CHANNELS.map(({ aliases: _, ...channel }) => channel),
  profiles: BUDGET_PROFILES.map(({ rules, shares, stages, ...profile }) => ({
    ...profile,
    shares: shares.map((share) => ({ ...share })),
    stages: stages.map((stage) => ({ ...stage })),
    figures: Object.entries(rules).map(([id, { value, source }]) => ({ id, value, source })),
  })),
})
