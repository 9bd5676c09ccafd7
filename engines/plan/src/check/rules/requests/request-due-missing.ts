import { atRequest } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../../words.ts'

export const requestDueMissing = defineRule({
  id: 'request-due-missing',
  level: 'warning',
  rows: ['P16.03', 'P4.16'],
  find: ({ plan }) =>
    plan.requests
      .filter(({ dueDay, text }) => dueDay === null && text.trim())
      .map((request) => atRequest(request, 'dueDay', { text: quoted(request.text), period: request.period })),
  messageZh: (f) => `商家配合“${f.text}”（${f.period}）没有答复期限`,
  messageEn: (f) => `The request "${f.text}" (${f.period}) has no due day`,
  suggestionZh: '填写商家最晚答复的日期',
  suggestionEn: 'Enter the day by which the merchant answers',
})
