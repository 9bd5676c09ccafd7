import type { PlanPart, SourceRef } from './plan.ts'

export type FindingLevel = 'error' | 'warning' | 'note'

/**
 * One thing that is wrong, or worth a look, in a plan. An `error` blocks approval.
 * `at` names the object and field that the page jumps to; `figures` are the numbers that the sentence speaks of.
 */
export type Finding = {
  /** 1, 2, 3 … in the order of the plan. */
  number: number
  rule: string
  level: FindingLevel
  at: { part: PlanPart; id: string | null; field: string | null }
  source: SourceRef | null
  figures: Readonly<Record<string, string | number | null>>
  messageZh: string
  messageEn: string
  suggestionZh: string
  suggestionEn: string
  /** Rows of the requirement ledger that ask for the rule. */
  rows: readonly string[]
}
