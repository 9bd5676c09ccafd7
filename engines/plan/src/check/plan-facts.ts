import type { StageOverride } from '@zhanggui/budget'
import type { OccasionRule } from '@zhanggui/calendar'
import type { GoalMetric, GoalScope } from '@zhanggui/goals'
import type { BusinessDay, PeriodGrain } from '@zhanggui/kernel'
import type { Tool } from '../tools/tool.ts'

/** Lowest and highest value that the shop's own data showed for a metric in one period of the grain. */
export type ObservedRange = {
  metric: string
  grain: PeriodGrain
  scope: GoalScope
  low: number
  high: number
  /** Days that were looked at, half-open. */
  fromDay: BusinessDay
  toDay: BusinessDay
}

/** A tool or channel of the catalogue (P16.09). */
export type ToolFact = {
  id: string
  name: string
  aliases: readonly string[]
  /** Money is bid or booked in it, so somebody must answer for it (P8.03). */
  paid: boolean
  /** Where it is run; a tool of another marketplace cannot carry this shop's plan (X16). `null`: anywhere. */
  platform: string | null
  /** First day on which it is no longer there. */
  endedDay: BusinessDay | null
  /** Name of the tool that took its place. */
  successor: string | null
}

/** A registered market assumption (P1.08). */
export type AssumptionFact = {
  id: string
  title: string
  source: string | null
  /** First day on which it no longer holds unless it is renewed. */
  expiresDay: BusinessDay | null
  /** What the shop's own data says against it, in words; `null` when nothing does. */
  contradiction: string | null
}

/** The signed contract between agency and merchant (P16.04). `toDay` is the first day after it. */
export type ContractFact = { fromDay: BusinessDay; toDay: BusinessDay; yearsMin: number }

/** Fields of the merchant dossier that nobody has filled in (P16.02). */
export type DossierFact = { missing: readonly string[] }

/**
 * What a plan is judged against besides itself. `null`: not known here, and the rules that need it stay silent.
 * Days of the shop, half-open ranges.
 */
export type PlanFacts = {
  today: BusinessDay
  /** Marketplace of the shop, e.g. `tmall`. */
  platform: string
  metrics: readonly GoalMetric[]
  observed: readonly ObservedRange[]
  /** Occasions of the platform and of the shop. */
  occasions: readonly OccasionRule[]
  /** `null`: there is no catalogue of tools here. */
  tools: readonly Tool[] | null
  /** `null`: there is no register of assumptions here. */
  assumptions: readonly AssumptionFact[] | null
  /** `'none'`: an agency runs the shop and nothing is signed. `null`: the shop is run by its owner. */
  contract: ContractFact | 'none' | null
  dossier: DossierFact | null
  /** Lines that may spend in a paused stage, with the reason (P4.06); none when left out. */
  stageOverrides?: readonly StageOverride[]
}
