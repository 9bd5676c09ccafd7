import type { BudgetRules, ShareBase } from '../budget-line.ts'

/** A share that a profile proposes. `periodText`: `year`, `Q1` … `Q4`; a year's plan turns it into a period. */
export type ProfileShare = {
  channel: string
  parent: string | null
  shareBp: number
  base: ShareBase | null
  periodText: 'year' | 'Q1' | 'Q2' | 'Q3' | 'Q4'
}

/** Part of the year in which a profile allows paid promotion only within a band; both 0: not at all. */
export type ProfileStage = {
  id: string
  nameZh: string
  nameEn: string
  fromMonth: number
  toMonth: number
  minBp: number
  maxBp: number
  base: ShareBase | null
}

/** One figure of a profile with where it comes from, so that a page can show it and a shop can change it. */
export type ProfileFigure<T> = { value: T; source: string }

/**
 * A way of planning a year's money, as data. A plan names one and is checked against it (X23): profiles contradict one another,
 * so a mixture of figures from two is a mistake. Every figure is a default.
 */
export type BudgetProfile = {
  id: string
  nameZh: string
  nameEn: string
  summaryZh: string
  summaryEn: string
  shares: readonly ProfileShare[]
  stages: readonly ProfileStage[]
  rules: { readonly [K in keyof Omit<BudgetRules, 'stages'>]: ProfileFigure<BudgetRules[K]> }
}

const PLAN_TEMPLATE = 'plan template'

/** A figure that the template itself states. */
export const fromTemplate = <T>(value: T): ProfileFigure<T> => ({ value, source: PLAN_TEMPLATE })
/** A figure that the template leaves out; the project's own default, open to change. */
export const ownDefault = <T>(value: T): ProfileFigure<T> => ({ value, source: 'project default' })
/** A figure that the template leaves out and nobody should guess. */
export const notStated = (): ProfileFigure<null> => ({ value: null, source: 'not stated' })
