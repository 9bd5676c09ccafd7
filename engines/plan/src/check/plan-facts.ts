import type { Occasion } from '@zhanggui/calendar'
import type { GoalMetric, GoalScope } from '@zhanggui/goals'
import type { BusinessDay, PeriodGrain } from '@zhanggui/kernel'

/** A metric of the catalogue. `platform`: it speaks of all shops of a marketplace, not of this one (X15). */
export type MetricFact = GoalMetric & { view: 'shop' | 'platform' }

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
  /** Where it is run; a tool of another marketplace cannot carry this shop's plan (X16). */
  platform: string
  validFromDay: BusinessDay | null
  /** First day on which it is no longer there. */
  validToDay: BusinessDay | null
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

export type ContractFact = { fromDay: BusinessDay; toDay: BusinessDay; minYears: number }

/** Fields of the merchant dossier that nobody has filled in (P16.02). */
export type DossierFact = { missing: readonly string[] }

/** A set of figures that a plan can name as its own (X23): share of a kind of spend, basis points of the total. */
export type ProfileFact = { id: string; name: string; shares: readonly { line: string; shareBp: number }[] }

/**
 * What a plan is judged against besides itself. `null`: not known here, and the rules that need it stay silent.
 * Days of the shop, half-open ranges.
 */
export type PlanFacts = {
  today: BusinessDay
  /** Marketplace of the shop, e.g. `tmall`. */
  platform: string
  metrics: readonly MetricFact[]
  observed: readonly ObservedRange[]
  occasions: readonly Occasion[]
  tools: readonly ToolFact[]
  assumptions: readonly AssumptionFact[]
  /** `undefined`: the shop is run by its owner, nothing has to be signed. `null`: an agency runs it and there is no contract. */
  contract: ContractFact | null | undefined
  dossier: DossierFact | null
  profiles: readonly ProfileFact[]
}
