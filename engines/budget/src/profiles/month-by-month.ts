import { cents } from '@zhanggui/kernel'
import { type BudgetProfile, notStated, ownDefault } from './profile.ts'

/**
 * A shop built up month by month: nothing is paid for while base sales and pages are unfinished, then a band in the second
 * quarter. The template does not say of what the band is a share (P4.06).
 */
export const MONTHLY_PROCESS: BudgetProfile = {
  id: 'monthly-process',
  nameZh: '逐月起步型',
  nameEn: 'Month by month',
  summaryZh: '先打基础再投放：1–2 月不做付费推广，二季度推广成本 10–15 %，旺季逐步提高。',
  summaryEn:
    'Foundations first: no paid promotion in January and February, 10–15 % in the second quarter, more in season.',
  shares: [],
  stages: [
    {
      id: 'foundation',
      nameZh: '基础未完成，暂停付费推广',
      nameEn: 'Foundations unfinished: paid promotion paused',
      fromMonth: 1,
      toMonth: 2,
      minBp: 0,
      maxBp: 0,
      base: null,
    },
    {
      id: 'season-push',
      nameZh: '旺季大促前的推广成本',
      nameEn: 'Promotion cost before the season',
      fromMonth: 4,
      toMonth: 6,
      minBp: 1000,
      maxBp: 1500,
      base: null,
    },
  ],
  rules: {
    feeRatioMaxBp: notStated(),
    cacMaxCents: notStated(),
    preBurstShareBp: notStated(),
    preBurstDays: notStated(),
    burstRemainderMinBp: notStated(),
    roiMinMilli: notStated(),
    roiMinClicks: ownDefault(300),
    roiMinSpendCents: ownDefault(cents(100_000)),
  },
}
