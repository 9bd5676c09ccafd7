import { err, ok, type Result } from '@zhanggui/kernel'
import {
  type Cart,
  compileRules,
  type Pipeline,
  type PricedLine,
  type PublishGood,
  priceCart,
  type Rule,
  type RuleProblem,
} from '@zhanggui/promotion'
import { seededCarts } from './seeded-carts.ts'

/** Something that a rehearsal found: the goods sold too low, by which rules together, and the worst of it. Minor units. */
export type RehearsalFinding = {
  kind: 'belowFloor' | 'belowCost' | 'free'
  ruleIds: readonly string[]
  /** Carts in which it happened, and the one with the deepest price of a unit. */
  carts: number
  worst: { skuId: string; quantity: number; listedCents: number; payableCents: number; limitCents: number }
}

export type RuleRehearsal = { carts: number; refused: number; findings: readonly RehearsalFinding[] }

export type RehearsalCase = {
  pipeline: Pipeline
  rules: readonly Rule[]
  goods: readonly PublishGood[]
  /** First instant of the push, ISO 8601. */
  at: string
  seed: string
  carts: number
}

type Sold = { kind: RehearsalFinding['kind']; limitCents: number }

/** What is wrong with the price of a line; the gravest reason stands. */
function wrongWith(line: PricedLine, { lowestCents, costCents }: PublishGood): Sold | null {
  if (line.payableCents <= 0) return { kind: 'free', limitCents: 0 }
  if (costCents !== undefined && line.payableCents < costCents * line.quantity)
    return { kind: 'belowCost', limitCents: costCents }
  if (lowestCents !== undefined && line.payableCents < lowestCents * line.quantity)
    return { kind: 'belowFloor', limitCents: lowestCents }
  return null
}

/** Collects what is found by the rules that brought it about, so that one slip is one finding. */
class Findings {
  private readonly found = new Map<string, RehearsalFinding>()

  add(line: PricedLine, { kind, limitCents }: Sold): void {
    const ruleIds = [...new Set(line.cuts.map(({ ruleId }) => ruleId))].toSorted()
    const key = `${kind}/${ruleIds.join()}`
    const { skuId, quantity, listedCents, payableCents } = line
    const worst = { skuId, quantity, listedCents, payableCents, limitCents }
    const known = this.found.get(key)
    const isWorse = !known || payableCents / quantity < known.worst.payableCents / known.worst.quantity
    const carts = (known?.carts ?? 0) + 1
    this.found.set(key, { kind, ruleIds, carts, worst: isWorse ? worst : known.worst })
  }

  sorted(): RehearsalFinding[] {
    return [...this.found.values()].sort((a, b) => b.carts - a.carts)
  }
}

/**
 * Prices seeded carts under a copy of real settings, before anybody else does (P15.03): what would be sold free, below cost
 * or below its floor, and by which rules together. Nothing that is handed in is changed; same case, same answer.
 * Errors: the problems that keep the rules from being priced at all.
 * @example rehearseRules({ pipeline: TMALL_PARALLEL, rules, goods, at, seed: '1', carts: 2000 })
 */
export function rehearseRules(given: RehearsalCase): Result<RuleRehearsal, readonly RuleProblem[]> {
  const { pipeline, goods, ...rest } = given
  const rules = structuredClone(given.rules)
  const made = compileRules(pipeline, rules)
  if (!made.ok) return err(made.error)
  const bySku = new Map(goods.map((good) => [good.skuId, good]))
  const findings = new Findings()
  const carts = seededCarts(goods, rules, rest)
  const pricedAll = carts.map((cart: Cart) => priceCart(made.value, cart))
  for (const priced of pricedAll)
    for (const line of priced.ok ? priced.value.lines : []) {
      const good = bySku.get(line.skuId)
      const wrong = good && wrongWith(line, good)
      if (wrong) findings.add(line, wrong)
    }
  const refused = pricedAll.filter((priced) => !priced.ok).length
  return ok({ carts: carts.length, refused, findings: findings.sorted() })
}
