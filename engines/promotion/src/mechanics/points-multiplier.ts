import { type Basket, defineMechanic } from './mechanic.ts'
import { onlyFields, wholeBetween } from './params.ts'
import { percentOf } from './percent-of.ts'

/** Points several times over (积分翻倍): `timesBp` 20000 doubles them. Its group lets one multiplier work on an order. */
export type PointsMultiplier = { timesBp: number }

/** Points that goods of this rule alone have earned; what other shops give is theirs. */
function pointsOf({ granted, lines }: Basket): number {
  const own = new Set(lines.map((line) => line.lineId))
  return granted.reduce(
    (sum, grant) => sum + (grant.kind === 'points' && grant.lineIds.every((id) => own.has(id)) ? grant.points : 0),
    0,
  )
}

export const pointsMultiplier = defineMechanic<PointsMultiplier>({
  mechanic: 'pointsMultiplier',
  zh: '积分翻倍',
  en: 'Points multiplied',
  level: 'multiplier',
  group: 'pointsMultiplier',
  example: { timesBp: 20_000 },
  check: (params) => [
    ...onlyFields(params, ['timesBp']),
    ...wholeBetween(params, 'timesBp', { min: 10_001, max: 1_000_000 }),
  ],
  apply({ timesBp }, basket) {
    const points = percentOf(pointsOf(basket), timesBp - 10_000)
    if (points === 0) return { hit: false, reason: 'no_points_earned' }
    return { hit: true, grants: [{ kind: 'points', points }] }
  },
})
