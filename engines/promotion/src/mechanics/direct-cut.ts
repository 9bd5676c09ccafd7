import { checkUnitLimit, cutUnits, isLimited, mostOfLimited, type UnitLimit } from './limited-units.ts'
import { defineMechanic } from './mechanic.ts'
import { amount, onlyFields } from './params.ts'

/** So much off each unit (直降). */
export type DirectCut = { cutCents: number } & UnitLimit

export const directCut = defineMechanic<DirectCut>({
  mechanic: 'directCut',
  zh: '直降',
  en: 'Direct cut',
  level: 'item',
  group: 'itemPrice',
  isPerLine: true,
  usesUnits: isLimited,
  mostOff: mostOfLimited,
  example: { cutCents: 1000 },
  check: (params) => [
    ...onlyFields(params, ['cutCents', 'unitsPerBuyer']),
    ...amount(params, 'cutCents'),
    ...checkUnitLimit(params),
  ],
  apply: (params, basket) => cutUnits(basket, params, (_amount, units) => params.cutCents * units),
})
