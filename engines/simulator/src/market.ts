import { createRng, type Rng } from '@zhanggui/kernel'
import { categoryPull } from './category-pull.ts'
import { collectTruth } from './collect-truth.ts'
import { type MarketOptions, type ResolvedOptions, resolveOptions } from './market-options.ts'
import type { MarketTruth } from './market-truth.ts'
import { openShop } from './open-shop.ts'
import type { Person } from './people/person-pool.ts'
import type { ItemRow, MarketDay, OrderLineRow } from './rows.ts'
import { createSampler } from './sampler.ts'
import type { OpenDay, Shop } from './shop.ts'
import { ShopReporter } from './shop-report.ts'
import { placeBoughtOrders } from './trade/bought-orders.ts'
import { walkThrough } from './trade/visit.ts'
import { refusesAnalysis, VisitLog } from './trade/visit-log.ts'
import { dayVisits } from './traffic/day-visits.ts'
import { serviceDay } from './voice/service-day.ts'

export type Market = {
  options: ResolvedOptions
  /** Number of business days. */
  dayCount: number
  /** The product master: one row a listing (no SKU) and one a SKU. */
  items: ItemRow[]
  /** The market's days in order. A market runs once: calling it again throws. */
  days(): Generator<MarketDay, void, void>
  /** What was planted; complete once the days have run. */
  truth(): MarketTruth
}

/**
 * A seeded shop of five categories with planted truths, day by day. Pure: the same seed and options give the same rows, in
 * the same order, on every machine; each day draws from its own stream.
 * Errors: throws on options out of range (see `resolveOptions`).
 * @example for (const { day, rows } of createMarket('demo', { scale: 0.1 }).days()) console.log(day, rows.order_lines.length)
 */
export function createMarket(seed: string, options: MarketOptions = {}): Market {
  const resolved = resolveOptions(options)
  const rng = createRng(`market/${seed}`)
  const { shop, priceTests } = openShop(rng, resolved)
  let started = false
  return {
    options: resolved,
    dayCount: shop.days.length,
    items: itemRows(shop),
    *days() {
      if (started) throw new Error('a market runs once; create another one with the same seed')
      started = true
      yield* runDays(shop, rng)
    },
    truth: () => collectTruth(seed, resolved, shop, priceTests),
  }
}

function* runDays(shop: Shop, rng: Rng): Generator<MarketDay, void, void> {
  const reporter = new ShopReporter(shop.people.customerIds())
  const ring = hireRing(shop, rng)
  for (const mood of shop.moods) {
    const today: OpenDay = {
      mood,
      rng: rng.fork(`day/${mood.day}`),
      pickCategory: createSampler(shop.catalogue.categories.map((c) => categoryPull(c, mood))),
      events: shop.agenda.events[mood.index] ?? [],
    }
    shop.stock.openDay(mood, shop.moods, today.rng)
    const orderLines = openDoors(shop, today, ring)
    const feedback = [...(shop.agenda.feedback[mood.index] ?? []), ...serviceDay(shop, today, orderLines)]
    yield {
      day: mood.day,
      rows: {
        events: today.events,
        order_lines: orderLines,
        ad_daily: shop.ads.closeDay(mood, today.rng),
        shop_daily: reporter.report(mood.day, today.events, shop.orders.refundedCents[mood.index] ?? 0),
        feedback,
        stock_daily: shop.stock.closeDay(mood),
      },
    }
    // What is written is let go, so that a long market needs no more memory than a short one.
    shop.agenda.events[mood.index] = []
    shop.agenda.feedback[mood.index] = []
  }
}

function openDoors(shop: Shop, today: OpenDay, ring: readonly Person[]): OrderLineRow[] {
  const lines: OrderLineRow[] = []
  for (const visit of dayVisits(shop, today))
    lines.push(...walkThrough(new VisitLog(shop, today, visit, { anonymous: refusesAnalysis(today, visit) })))
  lines.push(...placeBoughtOrders(shop, today, ring))
  return lines
}

function hireRing(shop: Shop, rng: Rng): Person[] {
  const stream = rng.fork('ring')
  return Array.from({ length: shop.incidents.boughtOrders.ring }, () => shop.people.arrive(stream))
}

function itemRows(shop: Shop): ItemRow[] {
  return shop.catalogue.items.flatMap((item): ItemRow[] => {
    const category = shop.catalogue.categories[item.category]
    const shared = {
      item_id: item.itemId,
      category: category?.name ?? '',
      brand: category?.brand ?? '',
      on_sale: 1 as const,
      listed_day: item.listedDay,
    }
    const skus = item.skus.map((sku) => ({
      ...shared,
      sku_id: sku.skuId,
      title: `${item.title} ${sku.variant}`,
      list_cents: sku.listCents,
      cost_cents: sku.costCents,
    }))
    const cheapest = skus.reduce((a, b) => (b.list_cents < a.list_cents ? b : a))
    return [{ ...cheapest, sku_id: '', title: item.title }, ...skus]
  })
}
