import { defineMechanic } from './mechanic.ts'
import { amount, onlyFields } from './params.ts'

/** The estimated value of an old thing, set off against the new one at once (旧机抵扣); who takes the old thing bears it. */
export type TradeInValue = { mostCents: number }

export const tradeInValue = defineMechanic<TradeInValue>({
  mechanic: 'tradeInValue',
  zh: '旧品抵扣',
  en: 'Value of the old thing',
  level: 'payment',
  example: { mostCents: 200_000 },
  check: (params) => [...onlyFields(params, ['mostCents']), ...amount(params, 'mostCents')],
  apply({ mostCents }, { ticket }) {
    const estimate = ticket?.estimateCents
    if (estimate === undefined) return { hit: false, reason: 'no_ticket' }
    return { hit: true, off: Math.min(estimate, mostCents) }
  },
})
