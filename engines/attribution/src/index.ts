export { ATTRIBUTION_SETTINGS, type Attribution, type AttributionSettings, attribute } from './attribute.ts'
export { type ChannelCredit, MODELS, type Model, type ModelCredit } from './credit-table.ts'
export { collapsePath } from './journeys/collapse-path.ts'
export { type Journey, type Touch, UNTRACKED } from './journeys/journey.ts'
export {
  PROPOSAL_RULES,
  type Proposal,
  type ProposalRules,
  proposeBudget,
  type Spending,
} from './proposal/propose-budget.ts'
export { RULE_SETTINGS, RULES, type Rule, type RuleSettings, ruleWeights } from './rules/rule-weights.ts'
export { EXACT_PLAYERS_MAX, shapleyExact, type Worth } from './shapley/shapley-exact.ts'
export { type SampledValue, type SetWorth, shapleySampled } from './shapley/shapley-sampled.ts'
