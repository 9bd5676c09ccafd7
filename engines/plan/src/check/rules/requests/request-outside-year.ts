import { hasDays } from '../../days-of.ts'
import { atRequest } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../../words.ts'

export const requestOutsideYear = defineRule({
  id: 'request-outside-year',
  level: 'error',
  rows: ['P16.15', 'P4.16'],
  find: ({ plan }) =>
    plan.requests
      .filter(({ period }) => hasDays(period) && Number(period.slice(0, 4)) !== plan.year)
      .map((request) =>
        atRequest(request, 'period', { text: quoted(request.text), period: request.period, year: plan.year }),
      ),
  messageZh: (f) => `商家配合“${f.text}”的时间 ${f.period} 不在 ${f.year} 年`,
  messageEn: (f) => `The period ${f.period} of the request "${f.text}" is not in ${f.year}`,
  suggestionZh: '改正年份，或移到那一年的计划',
  suggestionEn: 'Correct the year, or move it to that plan',
})
