/** With what a question compares: the period before, the same days a year earlier, or campaign day by campaign day. */
export type AskComparison = 'previous' | 'yoy' | 'campaignDay'

/** A question to the metric catalogue, days half-open. Whoever runs the report asks it; the engine only says what to ask. */
export type Ask = {
  metrics: readonly string[]
  by?: readonly string[]
  from: string
  to: string
  compare?: AskComparison
  filters?: readonly { dimension: string; op: 'in' | 'notIn'; values: readonly string[] }[]
  order?: { by: string; direction: 'asc' | 'desc' }
  limit?: number
  fillGaps?: boolean
}

/** A value as the catalogue answers: `null` is not known. */
export type AnswerCell = string | number | null
export type AnswerRow = Readonly<Record<string, AnswerCell>>

/**
 * What the catalogue answered. With a comparison each metric has a twin `<id>Compare`. `incomparable` names the places whose two
 * sides do not hold the same stretch: no percentage is built of them. `period` is empty for totals and rows without a time grain.
 */
export type Answer = {
  ask: Ask
  rows: readonly AnswerRow[]
  totals: AnswerRow
  range: { from: string; to: string } | null
  compareRange: { from: string; to: string } | null
  incomparable: readonly { period: string; metric: string }[]
  /** What values that are ids are called, by dimension. */
  labels: Readonly<Record<string, Readonly<Record<string, string>>>>
}
