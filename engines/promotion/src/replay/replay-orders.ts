import type { CartProblem } from '../cart/check-cart.ts'
import { priceCart } from '../price/price-cart.ts'
import type { PricedCart } from '../price/priced-cart.ts'
import type { RuleSet } from '../rules/compile-rules.ts'
import { baselineLines, ElasticTally } from './elastic-tally.ts'
import type { Replay, ReplayBreach, ReplayOptions, ReplayOrder, SkuFigures } from './replay-order.ts'
import { breachesOf, depthStep, emptyDepth, goodsCost, RuleTally, SumTally } from './tally.ts'

const EXAMPLES = 20

const SAME_ORDERS = {
  assumptionZh: '假设顾客的购买行为不变：同样的订单，只换优惠规则。',
  assumptionEn: 'Buyers are assumed to act as they did: the same orders, only the rules differ.',
}
const ELASTIC_ORDERS = {
  assumptionZh: '收入与毛利按原订单计算，顾客行为不变；“弹性预估”另按给出的价格弹性推算销量。',
  assumptionEn:
    'Sums are of the same orders, buyers act as they did; the elastic estimate moves units by the given elasticities.',
}

/** A baseline of what was paid has no rules to say who bore what: revenue is known, the rest is what the shop received at least. */
class PaidTally {
  private paid = 0
  private margin: number | null = 0

  add(paidCents: number, costCents: number | null): void {
    this.paid += paidCents
    this.margin = this.margin === null || costCents === null ? null : this.margin + paidCents - costCents
  }

  sums() {
    return { revenueCents: this.paid, receivedCents: this.paid, marginCents: this.margin }
  }
}

/** One run over the orders. Nothing is kept of an order but its part of the sums. */
class Replaying {
  private readonly options: ReplayOptions
  private readonly skus: ReadonlyMap<string, SkuFigures>
  private readonly examples: number
  private readonly draft = new SumTally()
  private readonly before = new SumTally()
  private readonly paid = new PaidTally()
  private readonly rules = new RuleTally()
  private readonly depth = emptyDepth()
  private readonly elastic: ElasticTally | undefined
  private readonly breaches: ReplayBreach[] = []
  private readonly rejected: { orderId: string; problems: readonly CartProblem[] }[] = []
  private orders = 0
  private hit = 0
  private breachCount = 0
  private rejectedCount = 0

  constructor(options: ReplayOptions) {
    this.options = options
    this.skus = options.skus ?? new Map()
    this.examples = options.examples ?? EXAMPLES
    this.elastic = options.elasticity && new ElasticTally(options.elasticity, this.skus)
  }

  reject(orderId: string, problems: readonly CartProblem[]): void {
    this.rejectedCount++
    if (this.rejected.length < this.examples) this.rejected.push({ orderId, problems })
  }

  add({ orderId, paidCents }: ReplayOrder, draft: PricedCart, baseline: PricedCart | undefined): void {
    const cost = goodsCost(draft.lines, this.skus)
    this.orders++
    this.draft.add(draft, cost)
    if (baseline) this.before.add(baseline, cost)
    else this.paid.add(paidCents, cost)
    if (this.rules.add(draft)) this.hit++
    const step = depthStep(draft)
    this.depth[step] = (this.depth[step] as number) + 1
    this.elastic?.add(draft, baselineLines(draft, baseline ?? paidCents))
    for (const breach of breachesOf(orderId, draft.lines, this.skus)) {
      this.breachCount++
      if (this.breaches.length < this.examples) this.breaches.push(breach)
    }
  }

  result(): Replay {
    const draft = this.draft.sums()
    const baseline = this.options.baseline === 'paid' ? this.paid.sums() : this.before.sums()
    const isKnown = draft.marginCents !== null && baseline.marginCents !== null
    return {
      orders: this.orders,
      rejected: { count: this.rejectedCount, examples: this.rejected },
      hit: this.hit,
      draft,
      baseline,
      change: {
        revenueCents: draft.revenueCents - baseline.revenueCents,
        marginCents: isKnown ? Number(draft.marginCents) - Number(baseline.marginCents) : null,
      },
      byPayer: this.rules.byPayer,
      byRule: this.rules.list(),
      depth: this.depth,
      breaches: { count: this.breachCount, examples: this.breaches },
      ...(this.elastic && { withElasticity: this.elastic.sums() }),
      ...(this.elastic ? ELASTIC_ORDERS : SAME_ORDERS),
    }
  }
}

/**
 * Prices the orders of the past under a draft set of rules: what revenue, margin and cost would have been.
 * Shape: sums over the orders that can be priced; the others are counted with their problems. Unit: fen.
 * Buyers are assumed to act as they did, and the answer says so; with `elasticity` an estimate is given beside the sums.
 * A cost that is missing for one SKU makes margins `null`, not smaller.
 */
export function replayOrders(ruleSet: RuleSet, orders: Iterable<ReplayOrder>, options: ReplayOptions): Replay {
  const replaying = new Replaying(options)
  const { baseline } = options
  for (const order of orders) {
    const draft = priceCart(ruleSet, order.cart)
    const before = baseline === 'paid' ? undefined : priceCart(baseline, order.cart)
    if (!draft.ok) replaying.reject(order.orderId, draft.error)
    else if (before && !before.ok) replaying.reject(order.orderId, before.error)
    else replaying.add(order, draft.value, before?.value)
  }
  return replaying.result()
}
