import { assert } from '@zhanggui/kernel'
import { compileRules, findPipeline, type Pipeline, type Rule, type RuleSet, TMALL_PARALLEL } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { readPriceRevision } from '../records/price-revision.ts'
import { readPromotions } from '../records/promotion-rows.ts'
import { rulesOfBody } from '../records/rules-of-body.ts'

/** One promotion as it prices: its approved version. */
export type PromotionInForce = {
  id: string
  name: string
  pipeline: string
  fromMs: number
  untilMs: number
  isStopped: boolean
  budgetCents: number | null
  rules: readonly Rule[]
}

/** Rules ready for carts of one moment. `ruleSet` names the state they were read in. */
export type RulesAt = {
  ruleSet: string
  revision: number
  compiled: RuleSet
  pipeline: Pipeline
  promotionOf: ReadonlyMap<string, PromotionInForce>
}

type Known = { revision: number; promotions: readonly PromotionInForce[]; compiled: Map<string, RulesAt> }

/** Rules by shop, as this process read them last; every price asks whether they are still the ones. */
const knownOf = new WeakMap<Context['records'], Map<string, Known>>()

async function readInForce(context: Context, store: string): Promise<PromotionInForce[]> {
  const living = await readPromotions(context.records.db, store)
  return living.flatMap(({ row, approved }) => {
    if (!approved) return []
    const { body } = approved
    const isStopped = row.stoppedAt !== null
    const rules = rulesOfBody(body).map((rule) => (isStopped ? { ...rule, isStopped } : rule))
    const [fromMs, untilMs] = [Date.parse(body.from), Date.parse(body.until)]
    const { name, pipeline, budgetCents } = body
    return [{ id: row.id, name, pipeline, fromMs, untilMs, isStopped, budgetCents, rules }]
  })
}

/** `asked`: the number of the rules where the caller has just read it. */
async function knownRules(context: Context, store: string, asked?: number): Promise<Known> {
  const shops = knownOf.get(context.records) ?? new Map<string, Known>()
  knownOf.set(context.records, shops)
  const revision = asked ?? (await readPriceRevision(context.records, store)).rules
  const known = shops.get(store)
  if (known?.revision === revision) return known
  // Read after the number: a change in between makes the number stale, and the next price reads again.
  const fresh = { revision, promotions: await readInForce(context, store), compiled: new Map<string, RulesAt>() }
  shops.set(store, fresh)
  return fresh
}

/** The promotions whose time holds `atMs`, stopped ones included: they say why they take nothing. */
export async function promotionsAt(context: Context, store: string, atMs: number): Promise<PromotionInForce[]> {
  const { promotions } = await knownRules(context, store)
  return promotions.filter(({ fromMs, untilMs }) => fromMs <= atMs && atMs < untilMs)
}

/** Promotions whose time overlaps a range, for questions about rules that are to stand beside them. */
export async function promotionsWithin(
  context: Context,
  store: string,
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
): Promise<PromotionInForce[]> {
  const { promotions } = await knownRules(context, store)
  return promotions.filter((p) => !p.isStopped && p.fromMs < untilMs && fromMs < p.untilMs)
}

function compileAt(known: Known, promotions: readonly PromotionInForce[]): RulesAt {
  const pipeline = findPipeline(promotions[0]?.pipeline ?? TMALL_PARALLEL.id) ?? TMALL_PARALLEL
  const compiled = compileRules(
    pipeline,
    promotions.flatMap(({ rules }) => rules),
  )
  assert(compiled.ok, 'rules that were approved beside each other fit together')
  const promotionOf = new Map(promotions.flatMap((p) => p.rules.map(({ ruleId }) => [ruleId, p] as const)))
  const ruleSet = `${known.revision}:${promotions.map(({ id }) => id).join(',')}`
  return { ruleSet, revision: known.revision, compiled: compiled.value, pipeline, promotionOf }
}

/**
 * The rules that hold in a shop at a moment, compiled once for each state of the shop's promotions. A stop, an approval or a
 * spent budget is seen by the next call, in this process and in every other on the same records. `revision`: the number of the rules
 * where the caller has just read it.
 */
export async function rulesAt(context: Context, store: string, atMs: number, revision?: number): Promise<RulesAt> {
  const known = await knownRules(context, store, revision)
  const promotions = known.promotions.filter(({ fromMs, untilMs }) => fromMs <= atMs && atMs < untilMs)
  const key = promotions.map(({ id }) => id).join(',')
  const ready = known.compiled.get(key) ?? compileAt(known, promotions)
  known.compiled.set(key, ready)
  return ready
}
