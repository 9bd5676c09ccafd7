import { defineMechanic } from './mechanic.ts'
import { amount, onlyFields, text } from './params.ts'

/** So much is given away for each unit that is sold (助农, 公益宝贝); the buyer pays no more for it. */
export type Donation = { centsPerUnit: number; to: string }

export const donation = defineMechanic<Donation>({
  mechanic: 'donation',
  zh: '公益捐赠',
  en: 'Donation for each unit',
  level: 'reward',
  example: { centsPerUnit: 100, to: 'farmers-fund' },
  check: (params) => [
    ...onlyFields(params, ['centsPerUnit', 'to']),
    ...amount(params, 'centsPerUnit'),
    ...text(params, 'to'),
  ],
  apply: ({ centsPerUnit, to }, { units }) => ({
    hit: true,
    grants: [{ kind: 'donation', cents: centsPerUnit * units, to }],
  }),
})
