import { dipsOf, spendCurve } from '../../choose/top-up/dips.ts'
import type { RebateCard } from '../../mechanics/rebate-card.ts'
import type { SpendAndSave, SpendTier } from '../../mechanics/spend-and-save.ts'
import type { RuleSet } from '../../rules/compile-rules.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Finding } from '../finding.ts'
import { makeFinding } from '../make-finding.ts'

const rateBp = ({ minCents, cutCents }: SpendTier): number => Math.floor((cutCents * 10_000) / minCents)

const tiersOf = (rule: Rule): readonly SpendTier[] =>
  rule.mechanic === 'spendAndSave' ? (rule.params as unknown as SpendAndSave).tiers : []

/** A higher tier must give more for the money than the one before, or nobody has a reason to go there. */
function fallingTiers(rule: Rule): Finding[] {
  const tiers = tiersOf(rule)
  return tiers.flatMap((tier, i) => {
    const before = tiers[i - 1]
    // Compared without rounding: cut ÷ threshold against cut ÷ threshold.
    if (!before || tier.cutCents * before.minCents > before.cutCents * tier.minCents) return []
    const facts = { tier: i + 1, rateBp: rateBp(tier), beforeBp: rateBp(before) }
    return [makeFinding('tier_rate_falls', [rule.ruleId], facts)]
  })
}

function wrongThresholds(rule: Rule, mostBp: number): Finding[] {
  return tiersOf(rule).flatMap(({ minCents, cutCents }) => {
    const rate = rateBp({ minCents, cutCents })
    if (rate <= mostBp) return []
    return [makeFinding('wrong_threshold', [rule.ruleId], { minCents, cutCents, rateBp: rate, mostBp })]
  })
}

const dipsOfRule = (rule: Rule): Finding[] =>
  dipsOf(spendCurve([rule])).map((dip) => makeFinding('dip', [rule.ruleId], dip))

type Reward = { ruleId: string; tier: SpendTier }

/** Rewards from a threshold on, reductions and cards alike. */
function rewardsOf(rule: Rule): Reward[] {
  const cards =
    rule.mechanic === 'rebateCard'
      ? (rule.params as unknown as RebateCard).tiers.flatMap(({ minCents, cardCents }) =>
          minCents === undefined ? [] : [{ minCents, cutCents: cardCents }],
        )
      : []
  return [...tiersOf(rule), ...cards].map((tier) => ({ ruleId: rule.ruleId, tier }))
}

/** A reward of one rule that is weaker than what another rule gives for less: a card of 5 % from 1000 beside 16.7 % from 600. */
function weakerRewards(rules: readonly Rule[]): Finding[] {
  const rewards = rules.filter((rule) => !rule.needsClaim).flatMap(rewardsOf)
  return rewards.flatMap(({ ruleId, tier }) => {
    const below = rewards.filter((other) => other.ruleId !== ruleId && other.tier.minCents < tier.minCents)
    const best = below.reduce<Reward | undefined>(
      (most, other) => (!most || rateBp(other.tier) > rateBp(most.tier) ? other : most),
      undefined,
    )
    if (!best || rateBp(best.tier) <= rateBp(tier)) return []
    const facts = {
      thresholdCents: tier.minCents,
      rateBp: rateBp(tier),
      otherThresholdCents: best.tier.minCents,
      otherBp: rateBp(best.tier),
    }
    return [makeFinding('weaker_reward', [ruleId, best.ruleId], facts)]
  })
}

/** What the thresholds of the rules say by themselves: slips, tiers that fall in rate, dips, rewards weaker than lower ones. */
export function checkRewards({ rules }: RuleSet, { mostCutBp }: { mostCutBp: number }): Finding[] {
  const list = [...rules.values()].map(({ rule }) => rule)
  return [
    ...list.flatMap((rule) => [...wrongThresholds(rule, mostCutBp), ...fallingTiers(rule), ...dipsOfRule(rule)]),
    ...weakerRewards(list),
  ]
}
