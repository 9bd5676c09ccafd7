import type { RequestKind } from '../../../plan.ts'
import { atRequest } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../../words.ts'

const MONEY: ReadonlySet<RequestKind> = new Set(['funds', 'oldCustomerFunds'])

export const requestAmountMissing = defineRule({
  id: 'request-amount-missing',
  level: 'warning',
  rows: ['P4.16', 'P2.23'],
  find: ({ plan }) =>
    plan.requests
      .filter(({ kind, amountCents, text }) => MONEY.has(kind) && amountCents === null && text.trim())
      .map((request) => atRequest(request, 'amountCents', { text: quoted(request.text), period: request.period })),
  messageZh: (f) => `资金类配合“${f.text}”（${f.period}）没有金额`,
  messageEn: (f) => `The request for money "${f.text}" (${f.period}) names no amount`,
  suggestionZh: '填写金额，商家才能确认',
  suggestionEn: 'Enter the amount, so that the merchant can confirm it',
})
