import type { PriceAnswer, PriceOutcome, PriceSentence } from '@zhanggui/contract'
import { explain, type Outcome, type Sentence } from '@zhanggui/promotion'
import type { Priced } from './ask-price.ts'

type Explanation = { zh: readonly Sentence[]; en: readonly Sentence[] }

/** The same facts in both languages, in the same order. */
function explanationOf({ rules, resolved, priced }: Priced): Explanation {
  const order = { cart: resolved.cart, priced, ruleSet: rules.compiled }
  return { zh: explain(order, 'zh'), en: explain(order, 'en') }
}

const placeOf = (fact: object, key: 'lineId' | 'ruleId'): string | null =>
  key in fact ? ((fact as Record<string, string>)[key] ?? null) : null

const sentencesOf = ({ zh, en }: Explanation): PriceSentence[] =>
  zh.map(({ fact, text }, i) => ({
    kind: fact.kind,
    lineId: placeOf(fact, 'lineId'),
    ruleId: placeOf(fact, 'ruleId'),
    zh: text,
    en: en[i]?.text ?? '',
  }))

/** Why a rule did not hold, in the words of the explanation; for one that did, what it took. */
function wordsOf(outcome: Outcome, name: string, sentences: readonly PriceSentence[]): { zh: string; en: string } {
  if (outcome.applied) {
    const yuan = (outcome.cutCents / 100).toFixed(2)
    return { zh: `“${name}”优惠 ${yuan} 元`, en: `"${name}" takes off ${yuan}` }
  }
  const said = sentences.find(({ kind, ruleId }) => kind === 'missed' && ruleId === outcome.ruleId)
  return { zh: said?.zh ?? outcome.reason, en: said?.en ?? outcome.reason }
}

function presentOutcome(rules: Priced['rules'], outcome: Outcome, sentences: readonly PriceSentence[]): PriceOutcome {
  const { ruleId, claimId, level, applied, next } = outcome
  const name = rules.compiled.rules.get(ruleId)?.rule.name ?? ruleId
  return {
    ruleId,
    name,
    promotion: rules.promotionOf.get(ruleId)?.id ?? null,
    ...(claimId === undefined ? {} : { claimId }),
    level,
    applied,
    ...(outcome.applied ? { cutCents: outcome.cutCents } : { reason: outcome.reason }),
    ...(!outcome.applied && outcome.by !== undefined ? { by: outcome.by } : {}),
    ...(next ? { next } : {}),
    ...wordsOf(outcome, name, sentences),
  }
}

/** A priced cart as the contract sends it, with titles of goods, every sentence of its explanation and a reason for every rule. */
export function presentPrice(asked: Priced): PriceAnswer {
  const { resolved, rules, priced } = asked
  const explanation = sentencesOf(explanationOf(asked))
  const { pipelineId: pipeline, listedCents, cutCents, shippingCents, payableCents } = priced
  const lines = priced.lines.map((line) => ({
    ...line,
    title: resolved.goods.get(line.skuId)?.title ?? '',
    unitCents: line.listedCents / line.quantity,
  }))
  const answer = {
    pipeline,
    ruleSet: rules.ruleSet,
    at: resolved.at.toISOString(),
    lines,
    shipping: priced.shipping,
    outcomes: priced.outcomes.map((outcome) => presentOutcome(rules, outcome, explanation)),
    grants: priced.grants,
    explanation,
    listedCents,
    cutCents,
    shippingCents,
    payableCents,
  }
  return answer as unknown as PriceAnswer
}
