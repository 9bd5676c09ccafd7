import { cents } from '@zhanggui/kernel'
import { type BudgetProfile, fromTemplate, notStated, ownDefault, type ProfileShare } from './profile.ts'

const annual = (channel: string, shareBp: number, parent: string | null = null): ProfileShare => ({
  channel,
  parent,
  shareBp,
  base: 'total',
  periodText: 'year',
})

/** The template names no denominator for a quarter's share; it is asked for, not assumed (X06). */
const quarter = (channel: string, shareBp: number, periodText: ProfileShare['periodText']): ProfileShare => ({
  channel,
  parent: null,
  shareBp,
  base: null,
  periodText,
})

/** A brand's annual promotion plan. Its shares come to 90 %: the missing tenth is shown, never spread (X01). */
export const ANNUAL_PROMOTION: BudgetProfile = {
  id: 'annual-promotion',
  nameZh: '全年推广型',
  nameEn: 'Annual promotion',
  summaryZh: '全年持续推广：流量、内容、达人为主，费用率上限 18 %，投产比低于 1:3 的渠道缩减。',
  summaryEn: 'Promotion all year: traffic, content and creators; fee ratio up to 18 %, channels below 1:3 are cut.',
  shares: [
    annual('traffic', 4000),
    annual('publicDomain', 3000, 'traffic'),
    annual('privateDomain', 1000, 'traffic'),
    annual('content', 2000),
    annual('shortVideo', 1500, 'content'),
    annual('graphics', 500, 'content'),
    annual('creators', 1500),
    annual('technology', 1000),
    annual('reserve', 500),
    quarter('shortVideo', 4000, 'Q1'),
    quarter('koc', 3000, 'Q2'),
    quarter('traffic', 5000, 'Q4'),
  ],
  stages: [],
  rules: {
    feeRatioMaxBp: fromTemplate(1800),
    cacMaxCents: notStated(),
    preBurstShareBp: notStated(),
    preBurstDays: notStated(),
    burstRemainderMinBp: notStated(),
    roiMinMilli: fromTemplate(3000),
    roiMinClicks: ownDefault(300),
    roiMinSpendCents: ownDefault(cents(100_000)),
  },
}
