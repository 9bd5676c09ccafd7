import { defineMechanic } from './mechanic.ts'
import { amount, count, onlyFields, optional, textList } from './params.ts'
import type { Threshold } from './threshold.ts'

/**
 * Shipping for nothing (包邮), from a threshold on if there is one, or only so much of each fee (运费券). `exceptRegions`: places that
 * the seller still charges for.
 */
export type FreeShipping = Threshold & { capCents?: number; exceptRegions?: readonly string[] }

export const freeShipping = defineMechanic<FreeShipping>({
  mechanic: 'freeShipping',
  zh: '包邮',
  en: 'Free shipping',
  level: 'shipping',
  example: { minCents: 9900 },
  check: (params) => [
    ...onlyFields(params, ['minCents', 'minUnits', 'capCents', 'exceptRegions']),
    ...optional(params, 'minCents', () => amount(params, 'minCents')),
    ...optional(params, 'minUnits', () => count(params, 'minUnits')),
    ...optional(params, 'capCents', () => amount(params, 'capCents')),
    ...optional(params, 'exceptRegions', () => textList(params, 'exceptRegions')),
  ],
  apply(params, basket) {
    const { capCents = Number.MAX_SAFE_INTEGER, exceptRegions = [], minCents, minUnits } = params
    if (exceptRegions.includes(basket.cart.region ?? '')) return { hit: false, reason: 'not_this_region' }
    if (minCents !== undefined && basket.baseSum < minCents)
      return { hit: false, reason: 'below_threshold', next: { shortCents: minCents - basket.baseSum } }
    if (minUnits !== undefined && basket.units < minUnits)
      return { hit: false, reason: 'too_few_units', next: { shortUnits: minUnits - basket.units } }
    const offShipping = basket.shipping.map(({ feeCents }) => Math.min(feeCents, capCents))
    if (offShipping.every((cents) => cents === 0)) return { hit: false, reason: 'no_fee' }
    return { hit: true, offShipping }
  },
})
