import { checkFeeRatio } from '@zhanggui/budget'
import { cents, parsePeriod } from '@zhanggui/kernel'
import { atPlan } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { salesTargets } from '../../sales-target.ts'
import { percent, yuan } from '../../words.ts'

function feeRatio({ plan, budget }: PlanView) {
  const ceilingBp = plan.budgetRules.feeRatioMaxBp
  const spendCents = budget?.totalCents ?? null
  const salesCents = salesTargets(plan)(parsePeriod(String(plan.year).padStart(4, '0')))
  if (ceilingBp === null || spendCents === null || salesCents === null || spendCents < 0) return []
  const commitment = { forecastSpendCents: cents(0), forecastGmvCents: salesCents, commitCents: spendCents, ceilingBp }
  const { held, ratioAfter } = checkFeeRatio(commitment)
  const feeBp = ratioAfter === null ? null : Math.round(ratioAfter * 10_000)
  return held ? [atPlan('amountCents', { spendCents, salesCents, feeBp, ceilingBp }, 'budget')] : []
}

/** The whole budget over the year's sales, against the ceiling (P2.05). */
export const feeRatioOver = defineRule({
  id: 'fee-ratio-over',
  level: 'error',
  rows: ['P2.05', 'X08'],
  find: feeRatio,
  messageZh: (f) =>
    `预算 ${yuan(f.spendCents)} 占全年销售目标 ${yuan(f.salesCents)} 的 ${f.feeBp === null ? '–' : percent(f.feeBp)}，超过上限 ${percent(f.ceilingBp)}`,
  messageEn: (f) =>
    `The budget of ${yuan(f.spendCents)} is ${f.feeBp === null ? '–' : percent(f.feeBp)} of the sales target ${yuan(f.salesCents)}, above ${percent(f.ceilingBp)}`,
  suggestionZh: '减少预算、提高销售目标，或调整费用率上限',
  suggestionEn: 'Cut the budget, raise the target, or change the ceiling',
})
