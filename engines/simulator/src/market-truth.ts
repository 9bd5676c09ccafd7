import type { BusinessDay } from '@zhanggui/kernel'
import type { ResolvedOptions } from './market-options.ts'

/**
 * What was planted, so that engines which look for it can be checked. Days are business days, both ends counted. Rates are
 * shares, money is fen unless the name says yuan. Parameters hold from the start; `stockouts` and `boughtOrders.orderIds`
 * are what came of them in this run.
 */
export type MarketTruth = {
  seed: string
  options: ResolvedOptions
  growthPerYear: number
  weekdayFactors: readonly number[]
  channels: { name: string; kind: string; visitsPerDay: number; orderRate: number; pull: number; affiliateBp: number }[]
  devices: { name: string; share: number; orderFactor: number; payRate: number }[]
  categories: { name: string; interest: number; refundRate: number; priceElasticity: number; commissionBp: number }[]
  items: {
    itemId: string
    name: string
    category: string
    priceElasticity: number
    appeal: number
    popularity: number
  }[]
  priceTests: { itemId: string; fromDay: BusinessDay; toDay: BusinessDay; factor: number }[]
  campaigns: {
    campaign: string
    nameZh: string
    phase: string
    fromDay: BusinessDay
    toDay: BusinessDay
    traffic: number
    urgency: number
    cartPull: number
    price: number
  }[]
  springFestivals: { year: number; day: BusinessDay }[]
  adPlans: {
    planId: string
    tool: string
    category: string
    usualSpendYuan: number
    adstock: number
    half: number
    shape: number
    clicksMax: number
    demandExponent: number
    arrivalRate: number
    claimFactor: number
  }[]
  tiers: { name: string; minSpentCents: number; visitsPerDay: number; orderRate: number; dropout: number }[]
  /** In the given days orders from the device are paid at `payRate` instead of `usualPayRate`. */
  lossPoint: {
    device: string
    step: 'pay'
    fromDay: BusinessDay
    toDay: BusinessDay
    payRate: number
    usualPayRate: number
  }
  /** A bad batch of one listing: more refunds, reviews that name the fault. */
  qualityFault: {
    itemId: string
    fromDay: BusinessDay
    toDay: BusinessDay
    aspect: string
    phrase: string
    extraRefundRate: number
    complaintShare: number
  }
  presale: { itemShare: number; depositShare: number; balanceRate: number }
  refundShape: { beforeDispatchShare: number; partialShare: number; meanDelayDays: number }
  supplierStops: { skuId: string; fromDay: BusinessDay; toDay: BusinessDay }[]
  stockouts: { skuId: string; fromDay: BusinessDay; toDay: BusinessDay; lostOrders: number }[]
  serviceAgents: { name: string; medianReplySeconds: number }[]
  /** A ring that was paid to buy and praise one listing. Nothing in the rows says so. */
  boughtOrders: { itemId: string; days: BusinessDay[]; buyers: number[]; orderIds: string[]; reviewIds: string[] }
}
