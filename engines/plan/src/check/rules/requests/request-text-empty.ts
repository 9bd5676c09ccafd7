import { atRequest } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const requestTextEmpty = defineRule({
  id: 'request-text-empty',
  level: 'error',
  rows: ['P4.16', 'P16.03'],
  find: ({ plan }) =>
    plan.requests
      .filter(({ text }) => !text.trim())
      .map((request) => atRequest(request, 'text', { kind: request.kind, period: request.period })),
  messageZh: (f) => `${f.period} 的商家配合事项没有内容`,
  messageEn: (f) => `A request to the merchant for ${f.period} says nothing`,
  suggestionZh: '写明需要商家做什么',
  suggestionEn: 'Say what the merchant is asked for',
})
