import { cutEach, cutUnits } from './limited-units.ts'
import { defineMechanic, type ParamProblem } from './mechanic.ts'
import { amount, oneOf, onlyFields, optional, paramProblem, payShare, rowsOf, wholeBetween } from './params.ts'
import { percentOf } from './percent-of.ts'

export type MemberTier = { tier: number; priceCents?: number; payBp?: number }
/** A price or a share of the price for each member tier (会员价); a tier without a row of its own has that of the tier below. */
export type MemberPrice = { tiers: readonly MemberTier[] }

const checkTier = (row: Readonly<Record<string, unknown>>): ParamProblem[] => [
  ...onlyFields(row, ['tier', 'priceCents', 'payBp']),
  ...wholeBetween(row, 'tier', { min: 0, max: 100 }),
  ...oneOf(row, ['priceCents', 'payBp']),
  ...optional(row, 'priceCents', () => amount(row, 'priceCents', 0)),
  ...optional(row, 'payBp', () => payShare(row)),
]

function checkRising(tiers: readonly MemberTier[]): ParamProblem[] {
  if (tiers.every(({ tier }, i) => i === 0 || tier > (tiers[i - 1]?.tier ?? 0))) return []
  return paramProblem('tiers', 'tiers_not_rising', '会员等级要从低到高填写', 'member tiers go from low to high')
}

function cutOfOne({ priceCents, payBp = 10_000 }: MemberTier, cents: number): number {
  return priceCents === undefined ? cents - percentOf(cents, payBp) : Math.max(0, cents - priceCents)
}

export const memberPrice = defineMechanic<MemberPrice>({
  mechanic: 'memberPrice',
  zh: '会员价',
  en: 'Member price',
  level: 'item',
  group: 'itemPrice',
  isPerLine: true,
  example: {
    tiers: [
      { tier: 1, payBp: 9800 },
      { tier: 2, payBp: 9500 },
    ],
  },
  check(params) {
    const problems = [...onlyFields(params, ['tiers']), ...rowsOf(params, 'tiers', checkTier)]
    return problems.length > 0 ? problems : checkRising(params.tiers as readonly MemberTier[])
  },
  apply({ tiers }, basket) {
    const own = tiers.findLast(({ tier }) => tier <= (basket.buyer.tier ?? 0))
    if (!own) return { hit: false, reason: 'tier_too_low' }
    return cutUnits(basket, {}, (amount, units) => cutEach(amount, units, (cents) => cutOfOne(own, cents)))
  },
})
