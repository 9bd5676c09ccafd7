import { checkUnitLimit, cutEach, cutUnits, isLimited, mostOfLimited, type UnitLimit } from './limited-units.ts'
import { defineMechanic } from './mechanic.ts'
import { onlyFields, payShare } from './params.ts'
import { percentOf } from './percent-of.ts'

/** A discount on each unit (限时折扣, 打折): `payBp` 8500 is 八五折, the buyer pays 85 %. */
export type PercentOff = { payBp: number } & UnitLimit

export const percentOff = defineMechanic<PercentOff>({
  mechanic: 'percentOff',
  zh: '折扣',
  en: 'Percent off',
  level: 'item',
  group: 'itemPrice',
  isPerLine: true,
  usesUnits: isLimited,
  mostOff: mostOfLimited,
  keepsBp: (params) => (isLimited(params) ? undefined : params.payBp),
  example: { payBp: 8500 },
  check: (params) => [
    ...onlyFields(params, ['payBp', 'unitsPerBuyer']),
    ...payShare(params),
    ...checkUnitLimit(params),
  ],
  apply(params, basket) {
    const cutOfOne = (cents: number) => cents - percentOf(cents, params.payBp)
    return cutUnits(basket, params, (amount, units) => cutEach(amount, units, cutOfOne))
  },
})
