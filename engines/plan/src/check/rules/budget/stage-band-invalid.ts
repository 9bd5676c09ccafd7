import { hasDays } from '../../days-of.ts'
import { atBudgetRule } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const stageBandInvalid = defineRule({
  id: 'stage-band-invalid',
  level: 'error',
  rows: ['P4.06', 'P2.23'],
  find: ({ plan }) =>
    plan.budgetRules.stages
      .filter(
        ({ minBp, maxBp, fromPeriod, toPeriod }) =>
          minBp > maxBp || !hasDays(fromPeriod) || !hasDays(toPeriod) || fromPeriod > toPeriod,
      )
      .map(({ id, name, minBp, maxBp, fromPeriod, toPeriod }) =>
        atBudgetRule(id, 'maxBp', { stage: name, minBp, maxBp, fromPeriod, toPeriod }),
      ),
  messageZh: (f) => `阶段“${f.stage}”的区间或起止时间写反：${f.minBp}–${f.maxBp}，${f.fromPeriod} 至 ${f.toPeriod}`,
  messageEn: (f) =>
    `Stage "${f.stage}" is the wrong way round: ${f.minBp}–${f.maxBp}, ${f.fromPeriod} to ${f.toPeriod}`,
  suggestionZh: '下限不高于上限，开始不晚于结束',
  suggestionEn: 'Let the lower end come first in both',
})
