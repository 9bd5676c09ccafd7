import { checkUnitLimit, cutUnits, isLimited, mostOfLimited, type UnitLimit } from './limited-units.ts'
import { defineMechanic } from './mechanic.ts'
import { amount, onlyFields, wholeBetween } from './params.ts'

/**
 * The price of a group buy (拼团) of so many people. It holds for a buyer with a place in a group: the ticket; a price that the
 * ticket carries was fixed when the group was opened and goes before. Zero is a price (新人零元团).
 */
export type GroupPrice = { people: number; priceCents: number } & UnitLimit

export const groupPrice = defineMechanic<GroupPrice>({
  mechanic: 'groupPrice',
  zh: '拼团价',
  en: 'Group price',
  level: 'item',
  group: 'itemPrice',
  isPerLine: true,
  usesUnits: isLimited,
  mostOff: mostOfLimited,
  example: { people: 3, priceCents: 5900 },
  check: (params) => [
    ...onlyFields(params, ['people', 'priceCents', 'unitsPerBuyer']),
    ...wholeBetween(params, 'people', { min: 2, max: 1000 }),
    ...amount(params, 'priceCents', 0),
    ...checkUnitLimit(params),
  ],
  apply(params, basket) {
    const { ticket } = basket
    if (!ticket) return { hit: false, reason: 'no_ticket' }
    const price = ticket.unitCents ?? params.priceCents
    return cutUnits(basket, params, (amount, units) => amount - price * units)
  },
})
