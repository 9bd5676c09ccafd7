import { defineMechanic } from './mechanic.ts'
import { amount, oneOf, onlyFields, optional, wholeBetween } from './params.ts'
import { percentOf } from './percent-of.ts'

/**
 * A subsidy for who gives an old thing for a new one (以旧换新): a fixed amount or a share of the price. The estimate of the old
 * thing is on the ticket; it is paid or set off by itself (`tradeInValue`), and may change after the inspection.
 */
export type TradeIn = { subsidyCents?: number; subsidyBp?: number }

export const tradeIn = defineMechanic<TradeIn>({
  mechanic: 'tradeIn',
  zh: '以旧换新补贴',
  en: 'Trade-in subsidy',
  level: 'subsidy',
  group: 'tradeIn',
  example: { subsidyBp: 1500 },
  check: (params) => [
    ...onlyFields(params, ['subsidyCents', 'subsidyBp']),
    ...oneOf(params, ['subsidyCents', 'subsidyBp']),
    ...optional(params, 'subsidyCents', () => amount(params, 'subsidyCents')),
    ...optional(params, 'subsidyBp', () => wholeBetween(params, 'subsidyBp', { min: 1, max: 10_000 })),
  ],
  apply({ subsidyCents, subsidyBp = 0 }, { ticket, baseSum, mostCents }) {
    const estimateCents = ticket?.estimateCents
    if (estimateCents === undefined) return { hit: false, reason: 'no_ticket' }
    const off = Math.min(subsidyCents ?? percentOf(baseSum, subsidyBp), mostCents)
    return { hit: true, off, grants: [{ kind: 'tradeIn', estimateCents, subsidyCents: off }] }
  },
})
