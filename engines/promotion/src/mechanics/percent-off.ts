import { defineMechanic } from './mechanic.ts'
import { onlyFields, wholeBetween } from './params.ts'
import { percentOf } from './percent-of.ts'

/** A discount on each unit (限时折扣, 打折): `payBp` 8500 is 八五折, the buyer pays 85 %. */
export type PercentOff = { payBp: number }

export const percentOff = defineMechanic<PercentOff>({
  mechanic: 'percentOff',
  zh: '折扣',
  en: 'Percent off',
  level: 'item',
  group: 'itemPrice',
  isPerLine: true,
  example: { payBp: 8500 },
  check: (params) => [...onlyFields(params, ['payBp']), ...wholeBetween(params, 'payBp', { min: 0, max: 9999 })],
  apply({ payBp }, { lines, remainingCents }) {
    // A shop shows the price of one unit, so the unit is rounded and the line follows it.
    const offByLine = lines.map((line, i) => {
      const whole = remainingCents[i] as number
      const unit = whole / line.quantity
      if (!Number.isInteger(unit)) return whole - percentOf(whole, payBp)
      return (unit - percentOf(unit, payBp)) * line.quantity
    })
    return { hit: true, offByLine }
  },
})
