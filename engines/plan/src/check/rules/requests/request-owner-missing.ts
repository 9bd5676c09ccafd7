import { atRequest } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../../words.ts'

export const requestOwnerMissing = defineRule({
  id: 'request-owner-missing',
  level: 'warning',
  rows: ['P16.03', 'P16.01'],
  find: ({ plan }) =>
    plan.requests
      .filter(({ owner, text }) => !owner?.trim() && text.trim())
      .map((request) => atRequest(request, 'owner', { text: quoted(request.text) })),
  messageZh: ({ text }) => `商家配合“${text}”没有跟进人`,
  messageEn: ({ text }) => `Nobody follows the request "${text}"`,
  suggestionZh: '指定一位跟进人',
  suggestionEn: 'Name who follows it',
})
