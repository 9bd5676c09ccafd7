import { defineMechanic } from './mechanic.ts'
import { count, onlyFields } from './params.ts'

/** So many points once for an order (晒单, 绿色包装, 签到加赠), whatever it costs. */
export type PointsGift = { points: number }

export const pointsGift = defineMechanic<PointsGift>({
  mechanic: 'pointsGift',
  zh: '赠积分',
  en: 'Points as a gift',
  level: 'reward',
  example: { points: 50 },
  check: (params) => [...onlyFields(params, ['points']), ...count(params, 'points')],
  apply: ({ points }) => ({ hit: true, grants: [{ kind: 'points', points }] }),
})
