import { inTexts } from '../../in-texts.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { percent } from '../../words.ts'

const GIVEAWAY =
  /(?<![\d.])0\s*元(?:购|抢|试用|入会礼|领|秒杀|包邮)|零元(?:购|抢|秒杀)|无门槛(?:优惠券|红包|券|立减)|免费送|全场包邮加赠/g
const SIMULATED = /测算|模拟|限量|限\d|上限|封顶|预算.{0,6}以内/

const giveaways = (text: string): { offers: string }[] => {
  const offers = Array.from(text.matchAll(GIVEAWAY), (m) => m[0])
  return offers.length > 0 && !SIMULATED.test(text) ? [{ offers: [...new Set(offers)].join('、') }] : []
}

/** Zero-price offers and no-threshold coupons beside a ceiling of the fee ratio or a floor of ROI (X08). */
export const giveawayNotSimulated = defineRule({
  id: 'giveaway-not-simulated',
  level: 'warning',
  rows: ['X08', 'P2.05', 'P6.16', 'P6.22', 'P6.33'],
  find: (view: PlanView) => {
    const { feeRatioMaxBp, roiMinMilli } = view.plan.budgetRules
    if (feeRatioMaxBp === null && roiMinMilli === null) return []
    return inTexts(view, (text) => giveaways(text).map((f) => ({ ...f, feeRatioMaxBp, roiMinMilli })))
  },
  messageZh: (f) =>
    `“${f.offers}”没有限量或测算${f.feeRatioMaxBp === null ? '' : `，费用率上限为 ${percent(f.feeRatioMaxBp)}`}`,
  messageEn: (f) =>
    `"${f.offers}" has no limit and no simulation${f.feeRatioMaxBp === null ? '' : `; the fee ratio may not pass ${percent(f.feeRatioMaxBp)}`}`,
  suggestionZh: '先用优惠测算得出成本，再写明数量上限或预算',
  suggestionEn: 'Simulate its cost first, then write down a number or a budget',
})
