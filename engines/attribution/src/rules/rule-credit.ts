import type { IndexedJourneys } from '../journeys/index-journeys.ts'
import { type Rule, type RuleSettings, ruleWeights } from './rule-weights.ts'

/** Conversions and money by channel, in the order of the channels, not rounded. */
export type Credit = { conversions: number[]; paidCents: number[] }

/** Every conversion shared out by a rule. */
export function ruleCredit({ channels, paths }: IndexedJourneys, rule: Rule, settings: RuleSettings): Credit {
  const credit: Credit = { conversions: channels.map(() => 0), paidCents: channels.map(() => 0) }
  for (const { steps, ages, conversions, paidCents } of paths) {
    if (conversions === 0) continue
    const weights = ruleWeights(rule, ages, settings)
    for (const [i, place] of steps.entries()) {
      const weight = weights[i] ?? 0
      credit.conversions[place] = (credit.conversions[place] ?? 0) + weight * conversions
      credit.paidCents[place] = (credit.paidCents[place] ?? 0) + weight * paidCents
    }
  }
  return credit
}
