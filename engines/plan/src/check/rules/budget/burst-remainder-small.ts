import { burstRemainder } from '@zhanggui/budget'
import { cents } from '@zhanggui/kernel'
import { atBudgetRule } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { percent } from '../../words.ts'

const WHOLE = cents(10_000)

/** 60 % of keyword spend before the campaign leaves 40 % for the day itself (X17). */
export const burstRemainderSmall = defineRule({
  id: 'burst-remainder-small',
  level: 'warning',
  rows: ['X17', 'P4.05'],
  find: ({ plan: { budgetRules } }) => {
    const { preBurstShareBp, preBurstDays, burstRemainderMinBp: minBp } = budgetRules
    if (preBurstShareBp === null || minBp === null || !Number.isSafeInteger(preBurstShareBp)) return []
    const before = { totalCents: WHOLE, beforeCents: cents(preBurstShareBp), minBp, demandShare: null }
    const { tooSmall, remainderCents } = burstRemainder(before)
    if (!tooSmall) return []
    return [atBudgetRule(null, 'preBurstShareBp', { preBurstShareBp, preBurstDays, leftBp: remainderCents, minBp })]
  },
  messageZh: (f) =>
    `活动前${f.preBurstDays === null ? '' : ` ${f.preBurstDays} 天`}投放 ${percent(f.preBurstShareBp)}，爆发日只剩 ${percent(f.leftBp)}，低于要求的 ${percent(f.minBp)}`,
  messageEn: (f) =>
    `${percent(f.preBurstShareBp)} goes out before the burst; ${percent(f.leftBp)} is left where ${percent(f.minBp)} should be`,
  suggestionZh: '降低预热占比，或调整爆发日保留比例',
  suggestionEn: 'Lower the share before the burst, or the remainder that is asked for',
})
