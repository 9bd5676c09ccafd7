import { sellSets, worthwhileSets } from './best-sets.ts'
import { dearestFirst, unitsOf } from './dearest-units.ts'
import { defineMechanic } from './mechanic.ts'
import { amount, count, onlyFields, optional } from './params.ts'

/** Any so many units at one price (N元任选N件). `sets`: at most so many times in one order. The dearest units go in first. */
export type AnyN = { units: number; priceCents: number; sets?: number }

export const anyN = defineMechanic<AnyN>({
  mechanic: 'anyN',
  zh: 'N件任选',
  en: 'Any N for a price',
  level: 'mechanic',
  group: 'multiBuy',
  usesUnits: () => true,
  example: { units: 3, priceCents: 9900 },
  check: (params) => [
    ...onlyFields(params, ['units', 'priceCents', 'sets']),
    ...count(params, 'units', 1000),
    ...amount(params, 'priceCents'),
    ...optional(params, 'sets', () => count(params, 'sets')),
  ],
  apply({ units, priceCents, sets = Number.MAX_SAFE_INTEGER }, basket) {
    const runs = dearestFirst(basket, () => true)
    const short = units - unitsOf(runs)
    if (short > 0) return { hit: false, reason: 'too_few_units', next: { shortUnits: short } }
    const parts = [{ runs, units }]
    const worth = worthwhileSets(parts, priceCents, sets)
    return worth === 0 ? { hit: false, reason: 'no_cheaper' } : sellSets(parts, worth, priceCents, basket.lines.length)
  },
})
