import type { GoalMetric } from '@zhanggui/goals'
import type { BusinessDay } from '@zhanggui/kernel'
import type { Finding } from '../finding.ts'

/** A metric over last year and over the year before, whole shop. */
export type YearFigure = { metric: string; value: number | null; before: number | null }

/** Paid amount of one month or one category, last year and the year before. */
export type CourseFigure = { key: string; paid: number | null; before: number | null }

/**
 * How the shop did in the year before the plan's, as far as its data goes, against the same days of the year before that.
 * Days half-open. `whole`: the data covers the year; `compared`: it covers the same days a year earlier too.
 */
export type LastYear = {
  year: number
  from: BusinessDay
  to: BusinessDay
  whole: boolean
  compared: boolean
  figures: readonly YearFigure[]
  months: readonly CourseFigure[]
  categories: readonly CourseFigure[]
}

/** One measure of the baseline diagnosis, against what is stated for it. */
export type DiagnosisFact = {
  nameZh: string
  nameEn: string
  subject: string
  metrics: readonly string[]
  by: readonly string[]
  value: number | null
  baseline: number
  behind: boolean
  atStakeCents: number | null
}

/** What would come without any plan, month by month. */
export type OutlookFact = {
  model: string
  months: readonly { period: string; mean: number; low: number; high: number }[]
  total: { mean: number; low: number; high: number }
  /** Level of low and high, as a ratio. */
  level: number
}

export type AssumptionLine = {
  id: string
  title: string
  value: string
  source: string
  day: string | null
  expiresDay: string | null
  stale: boolean
}

/**
 * What a plan's document says besides the plan itself. `null`: not known, and the document says so in a draft.
 * Money in fen, ratios as fractions, days of the shop.
 */
export type DocumentFacts = {
  storeName: string
  /** `null` for the draft; else the version that is printed, with who approved it. */
  version: { number: number; approved: boolean; by: string; day: BusinessDay } | null
  lastYear: LastYear | null
  diagnosis: readonly DiagnosisFact[]
  outlook: OutlookFact | null
  assumptions: readonly AssumptionLine[]
  /** Both days count. The fee is not for everybody who may read a plan. */
  contract: { fromDay: string; lastDay: string } | null
  findings: readonly Finding[]
  metrics: readonly GoalMetric[]
  /** What dimensions and their values are called; a value that is not there names itself. */
  dimensions: readonly {
    id: string
    nameZh: string
    nameEn: string
    values: readonly { id: string; nameZh: string; nameEn: string }[]
  }[]
}
