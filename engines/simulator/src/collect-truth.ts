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

/** Writes down what was planted, and what has come of it so far. */
export function collectTruth(
  seed: string,
  options: ResolvedOptions,
  shop: Shop,
  priceTests: readonly PriceTest[],
): MarketTruth {
  const { catalogue, incidents } = shop
  const lastIndex = shop.days.length - 1
  const dayAt = (index: number): BusinessDay => shop.days[Math.min(lastIndex, Math.max(0, index))] ?? options.from
  const range = ({ from, to }: { from: number; to: number }) => ({ fromDay: dayAt(from), toDay: dayAt(to) })
  const categoryName = (index: number): string => catalogue.categories[index]?.name ?? ''
  const itemId = (index: number): string => catalogue.items[index]?.itemId ?? ''
  const skuId = (index: number): string => catalogue.skus[index]?.skuId ?? ''
  const wap = DEVICES.find((d) => d.name === incidents.lossPoint.device)
  const years = [...new Set(shop.days.map((d) => Number(d.slice(0, 4))))]
  return {
    seed,
    options,
    growthPerYear: GROWTH_PER_YEAR,
    weekdayFactors: WEEKDAY_FACTORS,
    channels: CHANNELS.map(({ name, kind, visitsPerDay, orderRate, pull, affiliateBp }) => ({
      name,
      kind,
      visitsPerDay,
      orderRate,
      pull,
      affiliateBp,
    })),
    devices: DEVICES.map((d) => ({ ...d })),
    categories: catalogue.categories.map(({ name, interest, refundRate, priceElasticity, commissionBp }) => ({
      name,
      interest,
      refundRate,
      priceElasticity,
      commissionBp,
    })),
    items: catalogue.items.map((i) => ({
      itemId: i.itemId,
      name: i.name,
      category: categoryName(i.category),
      priceElasticity: i.priceElasticity,
      appeal: i.appeal,
      popularity: i.popularity,
    })),
    priceTests: priceTests.map((t) => ({ itemId: itemId(t.item), ...range(t), factor: t.factor })),
    campaigns: datedSpans(years)
      .filter((s) => s.toDay >= options.from && s.fromDay <= options.until)
      .map(({ campaign, nameZh, phase, fromDay, toDay, traffic, urgency, cartPull, price }) => ({
        campaign,
        nameZh,
        phase,
        fromDay,
        toDay,
        traffic,
        urgency,
        cartPull,
        price,
      })),
    springFestivals: years.map((year) => ({ year, day: springFestival(year) })),
    adPlans: shop.adPlans.map((p) => ({
      planId: p.planId,
      tool: p.tool,
      category: categoryName(p.category),
      usualSpendYuan: p.usualSpendYuan,
      adstock: p.adstock,
      half: p.half,
      shape: p.shape,
      clicksMax: p.clicksMax,
      demandExponent: AD_DEMAND_EXPONENT,
      arrivalRate: ARRIVAL_RATE,
      claimFactor: p.claimFactor,
    })),
    tiers: TIERS.map((t) => ({ ...t })),
    lossPoint: {
      device: incidents.lossPoint.device,
      step: 'pay',
      ...range(incidents.lossPoint),
      payRate: incidents.lossPoint.payRate,
      usualPayRate: wap?.payRate ?? 0,
    },
    qualityFault: {
      itemId: incidents.qualityFault.item.itemId,
      ...range(incidents.qualityFault),
      aspect: '包装',
      phrase: incidents.qualityFault.phrase,
      extraRefundRate: incidents.qualityFault.extraRefundRate,
      complaintShare: incidents.qualityFault.complaintShare,
    },
    presale: { ...PRESALE },
    refundShape: { ...REFUND_SHAPE },
    supplierStops: incidents.supplierStops.map((s) => ({ skuId: skuId(s.sku), ...range(s) })),
    stockouts: shop.stock.stockouts.map((s) => ({ skuId: skuId(s.sku), ...range(s), lostOrders: s.lostOrders })),
    serviceAgents: AGENTS.map(({ name, medianReplySeconds }) => ({ name, medianReplySeconds })),
    boughtOrders: {
      itemId: incidents.boughtOrders.item.itemId,
      days: [...new Set(incidents.boughtOrders.days.map(dayAt))].sort(),
      buyers: [...shop.bought.buyers],
      orderIds: shop.bought.orderIds,
      reviewIds: shop.bought.reviewIds,
    },
  }
}
