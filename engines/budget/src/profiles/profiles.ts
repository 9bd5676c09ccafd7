import { ANNUAL_PROMOTION } from './annual-promotion.ts'
import { CAMPAIGN_RHYTHM } from './campaign-rhythm.ts'
import { MONTHLY_PROCESS } from './month-by-month.ts'
import type { BudgetProfile } from './profile.ts'

export const BUDGET_PROFILES: readonly BudgetProfile[] = [ANNUAL_PROMOTION, CAMPAIGN_RHYTHM, MONTHLY_PROCESS]

export const findProfile = (id: string): BudgetProfile | undefined => BUDGET_PROFILES.find((p) => p.id === id)
