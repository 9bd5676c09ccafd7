import { type Basket, defineMechanic } from './mechanic.ts'
import { onlyFields, rowsOf, wholeBetween } from './params.ts'
import { percentOf } from './percent-of.ts'

export type InstalmentRate = { times: number; feeBp: number }
/** Instalments without interest for the buyer (分期免息): the fee by number of instalments is a cost of the seller. */
export type Instalments = { rates: readonly InstalmentRate[] }

/** What is paid by instalments: goods and postage. */
const financed = ({ remainingSum, shipping }: Basket): number =>
  shipping.reduce((sum, { feeCents }) => sum + feeCents, remainingSum)

export const instalments = defineMechanic<Instalments>({
  mechanic: 'instalments',
  zh: '分期免息',
  en: 'Instalments without interest',
  level: 'payment',
  group: 'instalments',
  example: {
    rates: [
      { times: 3, feeBp: 180 },
      { times: 6, feeBp: 450 },
    ],
  },
  check: (params) => [
    ...onlyFields(params, ['rates']),
    ...rowsOf(params, 'rates', (row) => [
      ...onlyFields(row, ['times', 'feeBp']),
      ...wholeBetween(row, 'times', { min: 2, max: 60 }),
      ...wholeBetween(row, 'feeBp', { min: 1, max: 5000 }),
    ]),
  ],
  apply({ rates }, basket) {
    const rate = rates.find(({ times }) => times === basket.cart.payment?.instalments)
    if (!rate) return { hit: false, reason: 'nothing_asked' }
    const cents = percentOf(financed(basket), rate.feeBp)
    return { hit: true, grants: [{ kind: 'sellerCost', cents, what: `instalments-${rate.times}` }] }
  },
})
