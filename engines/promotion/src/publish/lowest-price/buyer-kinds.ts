import type { Buyer, Cart } from '../../cart/cart.ts'
import type { MemberPrice } from '../../mechanics/member-price.ts'
import { openState } from '../../price/cart-state.ts'
import { gateRule } from '../../price/gate.ts'
import type { RuleSet } from '../../rules/compile-rules.ts'
import type { Rule } from '../../rules/rule.ts'

/** A moment and a kind of buyer as the public conditions of the rules tell them apart. */
export type Situation = Pick<Cart, 'at' | 'channel' | 'region' | 'payment'> & { buyer: Buyer }

const rulesOf = ({ rules }: RuleSet): Rule[] => [...rules.values()].map(({ rule }) => rule)

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** No value at all, and every value that a rule asks for. */
const asked = (values: readonly (readonly string[] | undefined)[]): (string | undefined)[] => [
  undefined,
  ...unique(values.flatMap((list) => list ?? [])),
]

function tiersOf(rules: readonly Rule[]): number[] {
  const prices = rules.flatMap((rule) =>
    rule.mechanic === 'memberPrice' ? (rule.params as unknown as MemberPrice).tiers.map(({ tier }) => tier) : [],
  )
  return unique([0, ...prices, ...rules.flatMap(({ when }) => (when?.minTier === undefined ? [] : [when.minTier]))])
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T.*Z$/

/** Instants at which something begins or ends: windows of the rules, and dates in their figures (deposits, balances). */
function momentsOf(rules: readonly Rule[], from: string): string[] {
  const dates = rules.flatMap(({ when, params }) => [
    when?.from,
    when?.until,
    ...Object.values(params).filter((value): value is string => typeof value === 'string' && ISO_INSTANT.test(value)),
  ])
  const later = dates.filter((at): at is string => at !== undefined && Date.parse(at) > Date.parse(from))
  return unique([from, ...later]).sort((a, b) => Date.parse(a) - Date.parse(b))
}

function allSituations(ruleSet: RuleSet, from: string): Situation[] {
  const rules = rulesOf(ruleSet)
  const when = rules.map((rule) => rule.when ?? {})
  const newness = when.some(({ isNewBuyer }) => isNewBuyer !== undefined) ? [true, false] : [false]
  const situations: Situation[] = []
  for (const at of momentsOf(rules, from))
    for (const isNew of newness)
      for (const tier of tiersOf(rules))
        for (const channel of asked(when.map(({ channels }) => channels)))
          for (const region of asked(when.map(({ regions }) => regions)))
            for (const method of asked(when.map(({ paymentMethods }) => paymentMethods)))
              situations.push({
                at,
                buyer: { isNew, tier },
                ...(channel !== undefined && { channel }),
                ...(region !== undefined && { region }),
                ...(method !== undefined && { payment: { method } }),
              })
  return situations
}

/** Which rules are open, and what mechanics see beyond that. */
function signatureOf(ruleSet: RuleSet, situation: Situation): string {
  const state = openState({ ...situation, lines: [] }, Date.parse(situation.at), true)
  const open = [...ruleSet.rules.values()].map((rule) => (gateRule(rule, state) === undefined ? '1' : '0')).join('')
  const rules = rulesOf(ruleSet)
  const seesTier = rules.some(({ mechanic }) => mechanic === 'memberPrice')
  const seesTime = rules.some(({ mechanic }) => mechanic === 'presale')
  return [open, seesTier ? situation.buyer.tier : '', seesTime ? situation.at : '', situation.region ?? ''].join('|')
}

/** Every situation that the rules can tell from the others, once each; the earliest and plainest of equal ones. */
export function situationsOf(ruleSet: RuleSet, from: string): Situation[] {
  const known = new Map<string, Situation>()
  for (const situation of allSituations(ruleSet, from)) {
    const signature = signatureOf(ruleSet, situation)
    if (!known.has(signature)) known.set(signature, situation)
  }
  return [...known.values()]
}
