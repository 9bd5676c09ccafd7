import { defineMechanic } from './mechanic.ts'
import { amount, onlyFields } from './params.ts'

/** So much off without a threshold (无门槛券, 新客首单立减), split over the goods that take part. */
export type AmountOff = { cutCents: number }

export const amountOff = defineMechanic<AmountOff>({
  mechanic: 'amountOff',
  zh: '立减',
  en: 'Amount off',
  level: 'shop',
  example: { cutCents: 1000 },
  check: (params) => [...onlyFields(params, ['cutCents']), ...amount(params, 'cutCents')],
  apply: ({ cutCents }) => ({ hit: true, off: cutCents }),
})
