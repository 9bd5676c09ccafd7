import { cutUnits, isLimited, mostOfLimited, type UnitLimit } from './limited-units.ts'
import { defineMechanic } from './mechanic.ts'
import { amount, count, onlyFields } from './params.ts'

/** The price that friends have brought a unit down to (砍价), never below `lowestCents`; the ticket carries it. */
export type BargainPrice = { lowestCents: number } & Required<UnitLimit>

export const bargainPrice = defineMechanic<BargainPrice>({
  mechanic: 'bargainPrice',
  zh: '砍价',
  en: 'Bargain price',
  level: 'item',
  group: 'itemPrice',
  isPerLine: true,
  usesUnits: isLimited,
  mostOff: mostOfLimited,
  example: { lowestCents: 1990, unitsPerBuyer: 1 },
  check: (params) => [
    ...onlyFields(params, ['lowestCents', 'unitsPerBuyer']),
    ...amount(params, 'lowestCents', 0),
    ...count(params, 'unitsPerBuyer'),
  ],
  apply(params, basket) {
    const reached = basket.ticket?.unitCents
    if (reached === undefined) return { hit: false, reason: 'no_ticket' }
    const price = Math.max(reached, params.lowestCents)
    return cutUnits(basket, params, (amount, units) => amount - price * units)
  },
})
