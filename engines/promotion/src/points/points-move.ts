import type { BusinessDay } from '@zhanggui/kernel'

/**
 * One move of a buyer's points, never changed afterwards. `points` is positive, the kind says which way.
 * `grant`: given; `earn`: for an order; `burn`: used in an order; the two `reverse_` moves undo those of `orderId`, when it is
 * not paid or comes back. Points of a `grant` or `earn` can be used through `throughDay`.
 */
export type PointsMove =
  | { kind: 'grant'; points: number; day: BusinessDay; throughDay: BusinessDay }
  | { kind: 'earn'; points: number; day: BusinessDay; throughDay: BusinessDay; orderId: string }
  | { kind: 'burn' | 'reverse_earn' | 'reverse_burn'; points: number; day: BusinessDay; orderId: string }
