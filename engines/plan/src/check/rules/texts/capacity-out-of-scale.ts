import { parsePeriod } from '@zhanggui/kernel'
import { findThroughput } from '../../../scan/throughput.ts'
import { inTexts } from '../../in-texts.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { salesTargets } from '../../sales-target.ts'
import { yuan } from '../../words.ts'

/** An order is worth a yuan at least; at that price the year's target would be sold within this time. */
const ORDER_CENTS = 100
const TOO_FAST_SECONDS = 3600

/** 500,000 orders a second is a figure of a platform, far from a shop of two million a year (X19). */
export const capacityOutOfScale = defineRule({
  id: 'capacity-out-of-scale',
  level: 'warning',
  rows: ['X19', 'P7.02'],
  find: (view: PlanView) => {
    const salesCents = salesTargets(view.plan)(parsePeriod(String(view.plan.year).padStart(4, '0')))
    if (salesCents === null) return []
    const measured = (text: string) =>
      findThroughput(text).map(({ quote, perSecond }) => ({
        quote,
        perSecond,
        salesCents,
        seconds: Number((salesCents / (perSecond * ORDER_CENTS)).toPrecision(3)),
      }))
    return inTexts(view, (text) => measured(text).filter(({ seconds }) => seconds < TOO_FAST_SECONDS))
  },
  messageZh: (f) => `“${f.quote}”与全年目标 ${yuan(f.salesCents)} 不成比例：每单按 1 元计，${f.seconds} 秒就卖完全年`,
  messageEn: (f) =>
    `"${f.quote}" does not fit a yearly target of ${yuan(f.salesCents)}: at 1 yuan an order it is sold in ${f.seconds} s`,
  suggestionZh: '写明是平台还是本店的容量，并按本店峰值订单数设定',
  suggestionEn: "Say whether the platform's or the shop's capacity is meant, and set it by the shop's own peak",
})
