import { addDays, daysBetween, parseDay } from '@zhanggui/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import type { MarketTruth } from '../src/index.ts'
import { median, type Observed, ordinaryDays, sum, type VisitCell } from './observe-market.ts'

/** Four standard errors of a count, as a share of it: chance alone goes beyond once in 16,000 tries. */
const fourErrors = (count: number): number => 4 / Math.sqrt(count)

/** What appeal and price of the listing make of the chance to order: known, so divided out. */
function pullOf(truth: MarketTruth): (cell: VisitCell) => number {
  const items = new Map(truth.items.map((i) => [i.itemId, i]))
  return ({ itemId, priceFactor }) => {
    const item = items.get(itemId)
    return item ? item.appeal * priceFactor ** -item.priceElasticity : 0
  }
}

/** The planted rates are recovered from a market's rows by the simplest estimators there are. */
export function plantedTruths(observed: () => Observed): void {
  describe('planted truths come back from the rows', () => {
    let seen: Observed
    beforeAll(() => {
      seen = observed()
    }, 120_000)

    test('refund rate of each category, within 1.3 percentage points', () => {
      const { truth, lines, days } = seen
      const settledUntil = addDays(days.at(-1) ?? truth.options.until, -40)
      const fault = truth.qualityFault
      for (const { name, refundRate } of truth.categories) {
        const paid = lines.filter(
          (l) => l.category === name && l.paid_day !== null && l.paid_day <= settledUntil && l.item_id !== fault.itemId,
        )
        const refunded = paid.filter((l) => l.refund_cents > 0).length
        expect(Math.abs(refunded / paid.length - refundRate), name).toBeLessThan(0.013)
      }
    })

    test('order rate of each channel on the app, within four standard errors', () => {
      const pull = pullOf(seen.truth)
      for (const { name, orderRate } of seen.truth.channels.filter((c) => c.orderRate > 0)) {
        const cells = seen.visits.filter((v) => v.channel === name && v.device === 'app')
        const orders = sum(cells.map((c) => c.orders))
        const estimate = orders / sum(cells.map((c) => c.visits * pull(c)))
        expect(Math.abs(estimate / orderRate - 1), `${name}: ${estimate} for ${orderRate}`).toBeLessThan(
          fourErrors(orders),
        )
      }
    })

    test('order factor of each device against the app, within four standard errors', () => {
      const [pull, own] = [
        pullOf(seen.truth),
        new Set(seen.truth.channels.filter((c) => c.orderRate === 0).map((c) => c.name)),
      ]
      const rates = new Map(seen.truth.channels.map((c) => [c.name, c.orderRate]))
      const ordersOn = (device: string): number =>
        sum(seen.visits.filter((v) => v.device === device && !own.has(v.channel)).map((v) => v.orders))
      const rateOn = (device: string): number => {
        const cells = seen.visits.filter((v) => v.device === device && !own.has(v.channel))
        return sum(cells.map((c) => c.orders)) / sum(cells.map((c) => c.visits * pull(c) * (rates.get(c.channel) ?? 0)))
      }
      for (const { name, orderFactor } of seen.truth.devices)
        expect(Math.abs(rateOn(name) / rateOn('app') / orderFactor - 1), name).toBeLessThan(fourErrors(ordersOn(name)))
    })

    test('price elasticity of each category: demand falls with price, slope within 0.6', () => {
      const items = new Map(seen.truth.items.map((i) => [i.itemId, i]))
      for (const { name, priceElasticity } of seen.truth.categories) {
        const cells = seen.visits.filter((v) => items.get(v.itemId)?.category === name)
        const estimate = elasticityOf(cells)
        expect(estimate, name).toBeGreaterThan(0)
        expect(Math.abs(estimate - priceElasticity), `${name}: ${estimate} for ${priceElasticity}`).toBeLessThan(0.6)
      }
    })

    test('advertising response: clicks at low and high adstock match the planted curve within 6 %, and returns diminish', () => {
      const isOrdinary = ordinaryDays(seen.truth)
      for (const plan of seen.truth.adPlans) {
        const points = adPoints(seen, plan).filter((p) => isOrdinary(p.day))
        const middle = median(points.map((p) => p.stock))
        const [low, high] = [points.filter((p) => p.stock < middle), points.filter((p) => p.stock >= middle)]
        for (const half of [low, high]) {
          const expected = sum(half.map((p) => (p.demand * plan.clicksMax) / (1 + (plan.half / p.stock) ** plan.shape)))
          expect(Math.abs(sum(half.map((p) => p.clicks)) / expected - 1), plan.planId).toBeLessThan(0.06)
        }
        const perYuan = (half: typeof low): number =>
          sum(half.map((p) => p.clicks / p.demand)) / sum(half.map((p) => p.stock))
        expect(perYuan(high), plan.planId).toBeLessThan(perYuan(low))
      }
    })

    test('the loss point: in its month the device pays at its planted rate, in months without presale at the usual one', () => {
      const { lossPoint: loss } = seen.truth
      const count = (chosen: (month: string) => boolean): { orders: number; pays: number } => {
        const rows = [...seen.payments].filter(([key]) => key.endsWith(` ${loss.device}`) && chosen(key.slice(0, 7)))
        return { orders: sum(rows.map(([, c]) => c.orders)), pays: sum(rows.map(([, c]) => c.pays)) }
      }
      const near = ({ orders, pays }: { orders: number; pays: number }, rate: number): void => {
        expect(Math.abs(pays / orders - rate)).toBeLessThan(4 * Math.sqrt((rate * (1 - rate)) / orders))
      }
      const lossMonth = loss.fromDay.slice(0, 7)
      const isPresaleMonth = (month: string): boolean => /-(05|06|10|11)$/.test(month)
      near(
        count((month) => month === lossMonth),
        loss.payRate,
      )
      near(
        count((month) => month !== lossMonth && !isPresaleMonth(month)),
        loss.usualPayRate,
      )
    })

    test('higher tiers come back sooner: share who buy again within 90 days rises with the tier', () => {
      const share = (tier: string): number => repeatShare(seen, tier, 90)
      const shares = seen.truth.tiers.slice(1, 5).map((t) => share(t.name))
      expect(shares).toEqual(shares.toSorted((a, b) => a - b))
      expect(share('')).toBeLessThan(share('普通会员'))
    })

    test('the slow service agent is slow: median first reply of each agent within 25 % on days without a queue', () => {
      const isOrdinary = ordinaryDays(seen.truth)
      for (const { name, medianReplySeconds } of seen.truth.serviceAgents) {
        const replies = seen.feedback.filter((f) => f.kind === 'service' && f.agent === name && isOrdinary(f.day))
        const found = median(replies.map((f) => f.first_reply_seconds ?? 0))
        expect(Math.abs(found / medianReplySeconds - 1), name).toBeLessThan(0.25)
      }
    })

    test('the faulty batch shows: reviews that name it and refunds above the usual, in its days only', () => {
      const fault = seen.truth.qualityFault
      const named = seen.feedback.filter((f) => f.kind === 'review' && f.text.includes(fault.phrase))
      expect(named.length).toBeGreaterThan(5)
      expect(named.every((f) => f.item_id === fault.itemId && (f.score ?? 5) <= 2 && f.day >= fault.fromDay)).toBe(true)
      const paid = seen.lines.filter((l) => l.item_id === fault.itemId && l.paid_day !== null)
      const rate = (lines: typeof paid): number => lines.filter((l) => l.refund_cents > 0).length / lines.length
      const during = (day: string | null): boolean => day !== null && fault.fromDay <= day && day <= fault.toDay
      expect(rate(paid.filter((l) => during(l.paid_day)))).toBeGreaterThan(
        2 * rate(paid.filter((l) => !during(l.paid_day))),
      )
    })

    test('bought orders are in the rows and nothing there marks them', () => {
      const { boughtOrders: bought } = seen.truth
      const lines = seen.lines.filter((l) => bought.orderIds.includes(l.order_id))
      expect(new Set(lines.map((l) => l.order_id))).toEqual(new Set(bought.orderIds))
      expect(
        lines.every((l) => bought.buyers.includes(l.buyer) && l.item_id === bought.itemId && l.refund_cents === 0),
      ).toBe(true)
      expect(new Set(lines.map((l) => l.channel))).toEqual(new Set(['搜索']))
      const reviews = new Set(seen.feedback.filter((f) => f.score === 5).map((f) => f.feedback_id))
      expect(bought.reviewIds.every((id) => reviews.has(id))).toBe(true)
    })

    test('a supplier that stops before a peak leaves shelves empty', () => {
      const { supplierStops, stockouts } = seen.truth
      const stopped = supplierStops.filter((stop) =>
        stockouts.some((o) => o.skuId === stop.skuId && o.fromDay <= stop.toDay && o.toDay >= stop.fromDay),
      )
      expect(stopped.length).toBeGreaterThan(0)
      expect(sum(stockouts.map((o) => o.lostOrders))).toBeGreaterThan(0)
    })
  })
}

/** Least squares of log(order rate against the listing's own at its usual price) on log(price factor), weighted by expected orders. */
function elasticityOf(cells: readonly VisitCell[]): number {
  const usual = new Map<string, { visits: number; orders: number }>()
  for (const c of cells.filter((x) => x.priceFactor === 1)) {
    const u = usual.get(c.itemId) ?? { visits: 0, orders: 0 }
    usual.set(c.itemId, { visits: u.visits + c.visits, orders: u.orders + c.orders })
  }
  const byFactor = Map.groupBy(cells, (c) => c.priceFactor)
  const points = [...byFactor].map(([factor, group]) => {
    const expected = sum(
      group.map((c) => (c.visits * (usual.get(c.itemId)?.orders ?? 0)) / (usual.get(c.itemId)?.visits ?? 1)),
    )
    return { x: Math.log(factor), y: Math.log(sum(group.map((c) => c.orders)) / expected), w: expected }
  })
  return -sum(points.map((p) => p.w * p.x * p.y)) / sum(points.map((p) => p.w * p.x * p.x))
}

/** Spend, adstock and clicks of a plan by day, with the demand that moved the clicks. */
function adPoints({ ads, truth }: Observed, plan: MarketTruth['adPlans'][number]) {
  const byDay = Map.groupBy(
    ads.filter((a) => a.plan_id === plan.planId),
    (a) => a.day,
  )
  let stock = (plan.adstock * plan.usualSpendYuan) / (1 - plan.adstock)
  return [...byDay].map(([day, rows]) => {
    stock = sum(rows.map((r) => r.spend_cents)) / 100 + plan.adstock * stock
    const weekday = truth.weekdayFactors[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 1
    const demand = weekday * (1 + truth.growthPerYear) ** (daysBetween(truth.options.from, day) / 365)
    return { day, stock, demand, clicks: sum(rows.map((r) => r.clicks)) }
  })
}

/** Share of a tier's paying buyers of the first 15 months who pay again within so many days. */
function repeatShare({ lines, truth }: Observed, tier: string, days: number): number {
  const paid = lines.filter((l) => l.paid_day !== null)
  const byBuyer = Map.groupBy(paid, (l) => l.buyer)
  const until = addDays(truth.options.until, -days)
  let [buyers, again] = [0, 0]
  for (const own of byBuyer.values()) {
    const first = own.find((l) => l.member_tier === tier)
    if (!first?.paid_day || first.paid_day > until) continue
    const firstDay = parseDay(first.paid_day)
    buyers += 1
    again += own.some(
      (l) =>
        l.order_id !== first.order_id &&
        l.paid_day !== null &&
        l.paid_day >= firstDay &&
        daysBetween(firstDay, l.paid_day) <= days,
    )
      ? 1
      : 0
  }
  return again / buyers
}
