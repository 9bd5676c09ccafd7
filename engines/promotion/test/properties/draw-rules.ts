import type { Rng } from '@zhanggui/kernel'
import {
  checkRules,
  compileRules,
  findMechanic,
  MECHANICS,
  PAYERS,
  type PayerShare,
  PIPELINES,
  type Pipeline,
  type Rule,
  type RuleSet,
  type Scope,
} from '../../src/index.ts'
import { AT, CATEGORIES, SHOPS, SKUS, TAGS } from './draw-cart.ts'

/** Amounts and counts of a mechanic's example, each drawn around what it was; words stay, so they meet the goods of the carts. */
function drawParams(rng: Rng, value: unknown, field = ''): unknown {
  if (typeof value === 'number') {
    if (rng.next() < 0.5) return value
    const near = Math.max(1, Math.round(value * (0.1 + rng.next() * 1.6)))
    return field.endsWith('Bp') ? Math.min(near, 10_000) : near
  }
  if (Array.isArray(value)) return value.map((row: unknown) => drawParams(rng, row, field))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, drawParams(rng, part, key)]))
}

function paramsFor(rng: Rng, mechanic: string): Rule['params'] {
  const found = findMechanic(mechanic)
  if (!found) throw new Error(`no mechanic ${mechanic}`)
  const drawn = drawParams(rng, found.example) as Rule['params']
  return found.check(drawn).length === 0 ? drawn : found.example
}

function drawScope(rng: Rng): Scope | undefined {
  const kind = rng.int(8)
  if (kind === 0) return { categoryIds: [rng.pick(CATEGORIES), rng.pick(CATEGORIES)] }
  if (kind === 1) return { skuIds: SKUS.filter(() => rng.next() < 0.4) }
  if (kind === 2) return { tags: [rng.pick(TAGS)] }
  if (kind === 3) return { not: { tags: [rng.pick(TAGS)] } }
  return undefined
}

function drawPayers(rng: Rng): readonly PayerShare[] | undefined {
  if (rng.next() < 0.6) return undefined
  const first = rng.int(10_001)
  const [a, b] = [rng.int(PAYERS.length), rng.int(PAYERS.length - 1)]
  const payers = [PAYERS[a], PAYERS[b >= a ? b + 1 : b]] as const
  return [
    { payer: payers[0] ?? 'shop', bp: first },
    { payer: payers[1] ?? 'platform', bp: 10_000 - first },
  ]
}

function drawWhen(rng: Rng): Rule['when'] {
  const kind = rng.int(14)
  if (kind === 0) return { isNewBuyer: rng.next() < 0.5 }
  if (kind === 1) return { minTier: rng.int(4) }
  if (kind === 2) return { channels: ['app'] }
  if (kind === 3) return { until: AT }
  if (kind === 4) return { from: AT }
  return undefined
}

/** Fields of a rule that are there now and then. */
function drawExtras(rng: Rng, pipeline: Pipeline): Partial<Rule> {
  const often = (share: number): boolean => rng.next() < share
  const scope = drawScope(rng)
  const payers = drawPayers(rng)
  const when = drawWhen(rng)
  return {
    ...(scope && { scope }),
    ...(payers && { payers }),
    ...(when && { when }),
    ...(often(0.4) && { shopId: rng.pick(SHOPS) }),
    ...(often(0.2) && { priority: rng.int(3) }),
    ...(often(0.15) && { maxCents: (1 + rng.int(20_000)) as never }),
    ...(often(0.15) && { thresholdBase: rng.pick(['listed', 'activity', 'remaining'] as const) }),
    ...(often(0.12) && { blocks: [rng.pick(pipeline.levels).level] }),
    ...(often(0.1) && { group: rng.pick(['g1', 'itemPrice', 'spendAndSave', 'crossShop']) }),
    ...(often(0.1) && { timesPerBuyer: 1 + rng.int(2) }),
    ...(often(0.03) && { isStopped: true }),
    ...(often(0.1) && { claimReturn: rng.pick(['whenUnused', 'wholeOrder', 'never'] as const) }),
  }
}

/** Coupons and red packets: the same arithmetic at other levels, brought in by a claim. */
const AS_CLAIM = [
  { level: 'shopCoupon', group: 'shopCoupon' },
  { level: 'platformCoupon', group: 'platformCoupon' },
  { level: 'redPacket' },
] as const

export function drawRule(rng: Rng, pipeline: Pipeline, ruleId: string): Rule {
  const { mechanic, isPerLine } = rng.pick(MECHANICS)
  const rule: Rule = {
    ruleId,
    name: ruleId,
    mechanic,
    params: paramsFor(rng, mechanic),
    ...drawExtras(rng, pipeline),
  }
  if (rng.next() < 0.25) return { ...rule, ...(isPerLine ? {} : rng.pick(AS_CLAIM)), needsClaim: true }
  if (rng.next() < 0.15 && !isPerLine) return { ...rule, level: 'platform' }
  return rng.next() < 0.05 ? { ...rule, needsTicket: true } : rule
}

/** A rule set of up to a dozen rules over all mechanics of the registry; rules that cannot stand together are left out. */
export function drawRuleSet(rng: Rng): { pipeline: Pipeline; rules: readonly Rule[]; ruleSet: RuleSet } {
  const pipeline = rng.pick(PIPELINES)
  let rules = Array.from({ length: 1 + rng.int(12) }, (_, i) => drawRule(rng, pipeline, `r${i}`))
  for (;;) {
    const ruleSet = compileRules(pipeline, rules)
    if (ruleSet.ok) return { pipeline, rules, ruleSet: ruleSet.value }
    const bad = new Set(checkRules(pipeline, rules).map(({ ruleId }) => ruleId))
    rules = rules.filter(({ ruleId }) => !bad.has(ruleId))
  }
}
