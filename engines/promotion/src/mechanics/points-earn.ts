import { defineMechanic } from './mechanic.ts'
import { amount, count, onlyFields } from './params.ts'

/** Points for each full amount that is paid (积分): `points` for every `perCents`. */
export type PointsEarn = { perCents: number; points: number }

export const pointsEarn = defineMechanic<PointsEarn>({
  mechanic: 'pointsEarn',
  zh: '积分',
  en: 'Points earned',
  level: 'reward',
  example: { perCents: 100, points: 1 },
  check: (params) => [
    ...onlyFields(params, ['perCents', 'points']),
    ...amount(params, 'perCents'),
    ...count(params, 'points'),
  ],
  apply({ perCents, points }, { remainingSum }) {
    const times = Math.floor(remainingSum / perCents)
    if (times === 0) return { hit: false, reason: 'below_threshold', next: { shortCents: perCents - remainingSum } }
    return { hit: true, grants: [{ kind: 'points', points: times * points }] }
  },
})
