import { buildChain, byMoney, byPeople } from './chain/build-chain.ts'
import { removalEffects } from './chain/removal-effects.ts'
import { type ChannelCredit, creditTable, type Model } from './credit-table.ts'
import { type IndexedJourneys, indexJourneys } from './journeys/index-journeys.ts'
import type { Journey } from './journeys/journey.ts'
import { creditByShares } from './rules/credit-by-shares.ts'
import { type Credit, ruleCredit } from './rules/rule-credit.ts'
import { RULE_SETTINGS, RULES, type Rule, type RuleSettings } from './rules/rule-weights.ts'
import { channelValues } from './shapley/channel-values.ts'

export type Attribution = {
  channels: ChannelCredit[]
  total: { conversions: number; paidCents: number }
  /** Chance that a journey ends in a purchase, by the chain. */
  chance: number
  isShapleyExact: boolean
}

/** The seed draws the orders of channels, where there are too many to try them all. */
export type AttributionSettings = RuleSettings & { seed: string }
export const ATTRIBUTION_SETTINGS: AttributionSettings = { ...RULE_SETTINGS, seed: 'attribution' }

/** What the chains of people and of money say of each channel. */
function learn({ channels, paths }: IndexedJourneys, seed: string) {
  const people = buildChain(channels.length, paths, byPeople)
  const money = buildChain(channels.length, paths, byMoney(paths))
  return {
    removal: { people: removalEffects(people), money: removalEffects(money) },
    shapley: { people: channelValues(people, seed), money: channelValues(money, seed) },
  }
}

/**
 * Who led buyers to the shop, by seven models side by side: last, first, linear, time decay, position, Markov removal, Shapley.
 * Shape: one row a channel, natural and private ones like any other, and one for orders that nobody was seen on the way to; money is
 * in fen and adds up to all of it in every model. The last two learn from journeys without a purchase as well; the rules cannot.
 * Errors: none; without a purchase every share is null.
 */
export function attribute(journeys: readonly Journey[], settings: AttributionSettings): Attribution {
  const indexed = indexJourneys(journeys)
  const { removal, shapley } = learn(indexed, settings.seed)
  const valuesOf = ({ values }: typeof shapley.people): number[] => values.map(({ value }) => value)
  const byRule = Object.fromEntries(RULES.map((rule) => [rule, ruleCredit(indexed, rule, settings)]))
  const credits: Record<Model, Credit> = {
    ...(byRule as Record<Rule, Credit>),
    markov: creditByShares(indexed, { people: removal.people.effects, money: removal.money.effects }),
    shapley: creditByShares(indexed, { people: valuesOf(shapley.people), money: valuesOf(shapley.money) }),
  }
  return {
    channels: creditTable(indexed, credits, { removal: removal.people.effects, shapley: shapley.people }),
    total: indexed.total,
    chance: removal.people.chance,
    isShapleyExact: shapley.people.isExact,
  }
}
