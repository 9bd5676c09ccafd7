import { PromotionBody, RehearseRules, type RuleRehearsal, type Store } from '@zhanggui/contract'
import { type RehearsalFinding, rehearseRules } from '@zhanggui/drills'
import { findPipeline, type PublishGood, type Rule, TMALL_PARALLEL } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { promotionsWithin } from '../../promotions/price/rules-in-force.ts'
import { readPublishGoods } from '../../promotions/questions/read-publish-case.ts'
import { readPromotionRow, readVersionRow } from '../../promotions/records/promotion-rows.ts'
import { rulesOfBody } from '../../promotions/records/rules-of-body.ts'

type Taken = { pipeline: string; rules: readonly Rule[] }

/** What is in force at the instant, and drafts as they are now: a copy, nothing of it is written back. */
async function readRules(context: Context, store: string, at: number, drafts: readonly string[]): Promise<Taken[]> {
  const inForce = await promotionsWithin(context, store, { fromMs: at, untilMs: at + 1 })
  const named = await Promise.all(
    drafts.map(async (promotion) => {
      const key = { store, promotion }
      const { version } = await readPromotionRow(context.records.db, key)
      const { body } = await readVersionRow(context.records.db, key, version)
      return { pipeline: PromotionBody.parse(body).pipeline, rules: rulesOfBody(body) }
    }),
  )
  const others = inForce.filter(({ id }) => !drafts.includes(id))
  return [...others, ...named]
}

type Known = { rules: readonly Rule[]; titles: ReadonlyMap<string, string> }

const present = ({ kind, ruleIds, carts, worst }: RehearsalFinding, { rules, titles }: Known) => ({
  kind,
  rules: ruleIds.map((id) => ({ id, name: rules.find(({ ruleId }) => ruleId === id)?.name ?? id })),
  carts,
  title: titles.get(worst.skuId) ?? worst.skuId,
  quantity: worst.quantity,
  listedCents: worst.listedCents,
  payableCents: worst.payableCents,
  limitCents: worst.limitCents,
})

const hasLimit = ({ costCents, lowestCents }: PublishGood): boolean =>
  costCents !== undefined || lowestCents !== undefined

/**
 * Rehearses the shop's rules on a copy (P15.03). Errors: throws `invalid_request`, `not_found` for a draft that is not there,
 * and `invalid_request` with the problems of rules that cannot be priced together.
 */
export async function rehearseShopRules(context: Context, store: Store, input: RehearseRules): Promise<RuleRehearsal> {
  const { at = context.clock.now().toISOString(), drafts, seed, carts } = parseInput(RehearseRules, input)
  const taken = await readRules(context, store.id, Date.parse(at), drafts)
  const rules = taken.flatMap((one) => one.rules)
  const known = await readPublishGoods(context, store.id)
  const goods = known.map(({ good }) => good)
  const pipeline = findPipeline(taken[0]?.pipeline ?? '') ?? TMALL_PARALLEL
  const made = rehearseRules({ pipeline, rules, goods, at, seed, carts })
  if (!made.ok) throw new ApiFailure('invalid_request', { where: made.error.map(({ code }) => code).join(', ') })
  const titles = new Map(known.map(({ title, good }) => [good.skuId, title]))
  return {
    carts: made.value.carts,
    refused: made.value.refused,
    promotions: taken.length,
    rules: rules.length,
    goods: goods.length,
    goodsWithoutLimit: goods.filter((good) => !hasLimit(good)).length,
    findings: made.value.findings.map((finding) => present(finding, { rules, titles })),
  }
}
