import { defineMechanic } from './mechanic.ts'
import { amount, onlyFields } from './params.ts'

/** So much off each unit (直降). */
export type DirectCut = { cutCents: number }

export const directCut = defineMechanic<DirectCut>({
  mechanic: 'directCut',
  zh: '直降',
  en: 'Direct cut',
  level: 'item',
  group: 'itemPrice',
  isPerLine: true,
  example: { cutCents: 1000 },
  check: (params) => [...onlyFields(params, ['cutCents']), ...amount(params, 'cutCents')],
  apply({ cutCents }, { lines, remainingCents }) {
    const offByLine = lines.map((line, i) => Math.min(cutCents * line.quantity, remainingCents[i] as number))
    return { hit: true, offByLine }
  },
})
