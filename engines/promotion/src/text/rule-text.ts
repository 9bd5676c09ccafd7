import { assert } from '@zhanggui/kernel'
import type { Cart } from '../cart/cart.ts'
import type { Words } from '../explain/fact.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import { priceCart } from '../price/price-cart.ts'
import { compileRules } from '../rules/compile-rules.ts'
import type { Rule } from '../rules/rule.ts'
import { type Clarity, clarityOf } from './clarity.ts'
import { conditionsText } from './conditions-text.ts'
import { type Conflict, conflictsOf } from './conflicts.ts'
import { exampleCarts } from './example-carts.ts'
import { exampleText } from './example-text.ts'
import { offerText } from './offer-text.ts'
import { stackingText } from './stacking-text.ts'

/** A cart that shows the rule at work. `said` holds the engine's figures for `cart` under `rules`. */
export type RuleExample = { cart: Cart; rules: readonly Rule[]; payableCents: number; said: Words }

export type RuleText = {
  offer: Words
  conditions: readonly Words[]
  stacking: readonly Words[]
  examples: readonly RuleExample[]
  clarity: Clarity
  conflicts: readonly Conflict[]
}

/** A rule that only works on what another one gives is shown beside the plainest one of that kind. */
function withCompanion(rule: Rule): Rule[] {
  if (rule.mechanic !== 'pointsMultiplier') return [rule]
  const earn: Rule = {
    ruleId: 'example-points',
    name: '积分',
    mechanic: 'pointsEarn',
    params: { perCents: 100, points: 1 },
  }
  return [earn, rule]
}

function examplesOf(rule: Rule, pipeline: Pipeline): RuleExample[] {
  const rules = withCompanion({ ...rule, isStopped: false })
  const set = compileRules(pipeline, rules)
  assert(set.ok, 'a rule that has a text compiles')
  return exampleCarts(rule).map((cart) => {
    const priced = priceCart(set.value, cart)
    assert(priced.ok, 'an example cart can be priced')
    return { cart, rules, payableCents: priced.value.payableCents, said: exampleText(cart, priced.value, rule.ruleId) }
  })
}

const tiersOf = ({ params }: Rule): number => (Array.isArray(params.tiers) ? params.tiers.length : 1)

/**
 * What a buyer reads about a rule, in Chinese and English: the offer, its conditions, how it stands beside others, and one to three
 * examples whose figures the engine works out at this moment; with a score of clarity and the rules of `others` that it cannot
 * stand beside. The rule must be sound (`checkRules` finds nothing): a text of an unsound rule would be a promise nobody keeps.
 */
export function ruleText(rule: Rule, pipeline: Pipeline, others: readonly Rule[] = []): RuleText {
  const offer = offerText(rule)
  const conditions = conditionsText(rule)
  const stacking = stackingText(rule, pipeline)
  const text = [offer, ...conditions, ...stacking].map(({ zh }) => zh).join('。')
  return {
    offer,
    conditions,
    stacking,
    examples: examplesOf(rule, pipeline),
    clarity: clarityOf({ text, conditions: conditions.length, stackings: stacking.length, tiers: tiersOf(rule) }),
    conflicts: conflictsOf(rule, others, pipeline),
  }
}
