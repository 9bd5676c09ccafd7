import { springFestival } from '@zhanggui/calendar'
import type { BusinessDay } from '@zhanggui/kernel'
import { datedSpans } from './calendar/campaign-plan.ts'
import { GROWTH_PER_YEAR, WEEKDAY_FACTORS } from './calendar/day-mood.ts'
import type { PriceTest } from './catalogue/price-path.ts'
import type { ResolvedOptions } from './market-options.ts'
import type { MarketTruth } from './market-truth.ts'
import { TIERS } from './people/tiers.ts'
import type { Shop } from './shop.ts'
import { PRESALE } from './trade/payment.ts'
import { REFUND_SHAPE } from './trade/refunds.ts'
import { AD_DEMAND_EXPONENT, ARRIVAL_RATE } from './traffic/ad-desk.ts'
import { CHANNELS } from './traffic/channels.ts'
import { DEVICES } from './traffic/devices.ts'
import { AGENTS } from './voice/service-desk.ts'

/** Turns indexes of a running shop into what its rows say. */
function namesOf({ catalogue, days }: Shop) {
  const dayAt = (index: number): BusinessDay => days[Math.min(days.length - 1, Math.max(0, index))] as BusinessDay
  return {
    dayAt,
    range: ({ from, to }: { from: number; to: number }) => ({ fromDay: dayAt(from), toDay: dayAt(to) }),
    category: (index: number): string => catalogue.categories[index]?.name ?? '',
    item: (index: number): string => catalogue.items[index]?.itemId ?? '',
    sku: (index: number): string => catalogue.skus[index]?.skuId ?? '',
  }
}

/** Writes down what was planted, and what has come of it so far. */
export function collectTruth(
  seed: string,
  options: ResolvedOptions,
  shop: Shop,
  priceTests: readonly PriceTest[],
): MarketTruth {
  return {
    seed,
    options,
    ...rates(),
    ...calendarTruth(shop, options),
    ...goodsTruth(shop, priceTests),
    ...advertisingTruth(shop),
    ...incidentTruth(shop),
  }
}

/** What holds in every market. */
const rates = () => ({
  growthPerYear: GROWTH_PER_YEAR,
  weekdayFactors: WEEKDAY_FACTORS,
  channels: CHANNELS.map(({ extraViews: _, ...channel }) => channel),
  devices: DEVICES.map((d) => ({ ...d })),
  tiers: TIERS.map((t) => ({ ...t })),
  presale: { ...PRESALE },
  refundShape: { ...REFUND_SHAPE },
  serviceAgents: AGENTS.map(({ name, medianReplySeconds }) => ({ name, medianReplySeconds })),
})

function calendarTruth(shop: Shop, { from, until }: ResolvedOptions) {
  const years = [...new Set(shop.days.map((d) => Number(d.slice(0, 4))))]
  // A campaign of a following year can begin in this one.
  const spans = datedSpans([...years, (years.at(-1) ?? 0) + 1]).filter((s) => s.toDay >= from && s.fromDay <= until)
  return {
    campaigns: spans.map(({ from: _from, to: _to, balance: _balance, ...span }) => span),
    springFestivals: years.map((year) => ({ year, day: springFestival(year) })),
  }
}

function goodsTruth(shop: Shop, priceTests: readonly PriceTest[]) {
  const name = namesOf(shop)
  return {
    categories: shop.catalogue.categories.map(
      ({ name: category, interest, refundRate, priceElasticity, commissionBp }) => ({
        name: category,
        interest,
        refundRate,
        priceElasticity,
        commissionBp,
      }),
    ),
    items: shop.catalogue.items.map((i) => ({
      itemId: i.itemId,
      name: i.name,
      category: name.category(i.category),
      priceElasticity: i.priceElasticity,
      appeal: i.appeal,
      popularity: i.popularity,
    })),
    priceTests: priceTests.map((t) => ({ itemId: name.item(t.item), ...name.range(t), factor: t.factor })),
  }
}

function advertisingTruth(shop: Shop) {
  const name = namesOf(shop)
  return {
    adPlans: shop.adPlans.map(({ index: _index, planName: _planName, units: _units, category, ...plan }) => ({
      ...plan,
      category: name.category(category),
      demandExponent: AD_DEMAND_EXPONENT,
      arrivalRate: ARRIVAL_RATE,
    })),
  }
}

function incidentTruth(shop: Shop) {
  const name = namesOf(shop)
  const { lossPoint, qualityFault, supplierStops, boughtOrders } = shop.incidents
  const { item, from, to, ...fault } = qualityFault
  return {
    lossPoint: {
      device: lossPoint.device,
      step: 'pay' as const,
      ...name.range(lossPoint),
      payRate: lossPoint.payRate,
      usualPayRate: DEVICES.find((d) => d.name === lossPoint.device)?.payRate ?? 0,
    },
    qualityFault: { itemId: item.itemId, ...name.range({ from, to }), aspect: '包装', ...fault },
    supplierStops: supplierStops.map((s) => ({ skuId: name.sku(s.sku), ...name.range(s) })),
    stockouts: shop.stock.stockouts.map((s) => ({
      skuId: name.sku(s.sku),
      ...name.range(s),
      lostOrders: s.lostOrders,
    })),
    boughtOrders: {
      itemId: boughtOrders.item.itemId,
      days: [...new Set(boughtOrders.days.map(name.dayAt))].sort(),
      buyers: [...shop.bought.buyers],
      orderIds: shop.bought.orderIds,
      reviewIds: shop.bought.reviewIds,
    },
  }
}
