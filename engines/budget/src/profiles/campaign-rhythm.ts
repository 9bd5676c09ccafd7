import { cents } from '@zhanggui/kernel'
import { type BudgetProfile, fromTemplate, notStated, ownDefault, type ProfileShare } from './profile.ts'

/** The template writes these side by side and names no base: 130 % on one level, two nested readings (X02). */
const unstated = (channel: string, shareBp: number): ProfileShare => ({
  channel,
  parent: null,
  shareBp,
  base: null,
  periodText: 'year',
})

/** A campaign's rhythm: pre-heat, burst, long tail, with coupons and seeding. */
export const CAMPAIGN_RHYTHM: BudgetProfile = {
  id: 'campaign-rhythm',
  nameZh: '大促节奏型',
  nameEn: 'Campaign rhythm',
  summaryZh: '围绕大促：关键词预热、种草、优惠券与技术保障；关键词预算六成在爆发前 15 天内投放。',
  summaryEn:
    'Built round campaigns: keyword pre-heat, seeding, coupons, technology; 60 % of keyword spend before the burst.',
  shares: [
    unstated('keyword', 6000),
    unstated('kol', 2000),
    unstated('coupons', 3000),
    unstated('reserve', 500),
    unstated('technology', 1500),
  ],
  stages: [],
  rules: {
    feeRatioMaxBp: notStated(),
    cacMaxCents: notStated(),
    preBurstShareBp: fromTemplate(6000),
    preBurstDays: fromTemplate(15),
    burstRemainderMinBp: ownDefault(5000),
    roiMinMilli: notStated(),
    roiMinClicks: ownDefault(300),
    roiMinSpendCents: ownDefault(cents(100_000)),
  },
}
