import type { Figure } from '../document.ts'

/** A goal beside its figure. `asOf`: the first day that is not in the figure. */
export type GoalFact = {
  id: string
  name: string
  metric: string
  target: number | null
  actual: number | null
  status: 'achieved' | 'atRisk' | 'behind' | 'unset' | 'unknown'
  figures: { target: Figure; actual: Figure }
}

/** A line of the budget of the period: planned and spent, fen. */
export type BudgetFact = { id: string; name: string; depth: number; planned: Figure; spent: Figure }

/** What a paid channel brought and what the plan's rule says of it. */
export type ChannelFact = {
  channel: string
  spend: Figure
  sales: Figure
  roi: Figure
  verdict: 'keep' | 'cut' | 'defer'
  floor: number | null
}

/** One piece of work. Days of the shop; `handedAt` when the one after it took it up. */
export type TaskFact = {
  id: string
  title: string
  team: string
  owner: string
  dueDay: string
  finishedDay: string | null
  daysLate: Figure
}

/** Between two teams: how long a finished piece lay before the next began. */
export type HandOverFact = { from: string; to: string; fromTeam: string; toTeam: string; hours: Figure; open: boolean }

/** What was decided in a review, by whom it is done, and how far it is. */
export type DecisionFact = {
  id: string
  text: string
  owner: string
  dueDay: string | null
  done: boolean
  report: string
}

/** A weakness with its measure and what closing it would bring. */
export type WeaknessFact = {
  id: string
  name: string
  subject: string
  value: Figure
  baseline: Figure
  atStake: Figure
  action: string
}

/** What would come next year without new action. */
export type OutlookFact = { year: number; mean: Figure; low: Figure; high: Figure; level: number }

/** A campaign: what it was meant to bring. Days half-open. */
export type CampaignFact = {
  id: string
  name: string
  from: string
  to: string
  target: Figure
  budget: Figure
  heroItems: readonly string[]
  mechanics: readonly string[]
  channels: readonly string[]
  theme: string
  review: string
}

/** A campaign beside its result, to be compared and copied. */
export type CampaignResultFact = {
  id: string
  name: string
  from: string
  to: string
  paid: Figure
  target: Figure
  cvr: Figure
  repurchase: Figure
  mechanics: readonly string[]
}

/** A change of the plan that figures ask for: before and after stand beside each other. */
export type ProposalFact = {
  id: string
  kind: 'reduce' | 'copy'
  subject: string
  reason: string
  evidence: Figure
  limit: Figure
  before: Figure
  after: Figure
}

/**
 * An item of next year's outline: `basis` says in words what it answers, a diagnosis or what buyers were asked, and `evidence` is the figure
 * of it, which leads there.
 */
export type OutlineFact = {
  area: 'goals' | 'technology' | 'content' | 'logistics'
  text: string
  priority: 'high' | 'middle' | 'low'
  budget: Figure
  basis: string | null
  evidence: Figure
}

/** A change of next year that a survey asks for, with the answers that it cites. */
export type SurveyChangeFact = {
  survey: string
  question: number
  option: string | null
  area: OutlineFact['area']
  priority: OutlineFact['priority']
  text: string
  cites: number
  of: number
  share: Figure
}

/** A day's amount in a weekly pack that was made, to be held against the month. */
export type PackDayFact = { week: string; day: string; packed: Figure; now: Figure }

/** Everything that is not asked of the metric catalogue. A part that was not gathered, or may not be seen, is not there. */
export type ReportFacts = {
  goals?: readonly GoalFact[]
  budget?: readonly BudgetFact[]
  channels?: readonly ChannelFact[]
  tasks?: readonly TaskFact[]
  handOvers?: readonly HandOverFact[]
  decisions?: readonly DecisionFact[]
  weaknesses?: readonly WeaknessFact[]
  outlook?: OutlookFact | null
  campaign?: CampaignFact | null
  campaigns?: readonly CampaignResultFact[]
  proposals?: readonly ProposalFact[]
  outline?: readonly OutlineFact[]
  packs?: readonly PackDayFact[]
}
export type FactId = keyof ReportFacts
