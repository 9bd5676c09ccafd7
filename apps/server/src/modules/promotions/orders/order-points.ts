import type { BusinessDay } from '@zhanggui/kernel'
import type { PricedCart } from '@zhanggui/promotion'
import { type PointsPosting, throughDayOf } from '../points/post-points.ts'

/** Points that an order uses and earns. */
export type OrderPoints = { used: number; earned: number }

export function orderPoints({ grants }: Pick<PricedCart, 'grants'>): OrderPoints {
  const points = { used: 0, earned: 0 }
  for (const grant of grants) {
    if (grant.kind === 'points') points.earned += grant.points
    if (grant.kind === 'pointsUsed') points.used += grant.points
  }
  return points
}

const posting = (
  kind: 'burn' | 'reverse_burn' | 'reverse_earn',
  orderId: string,
  points: number,
  day: BusinessDay,
): PointsPosting[] => (points > 0 ? [{ id: `${kind}:${orderId}`, reason: '', kind, points, day, orderId }] : [])

/** What moves when an order is placed (`burn`), paid (`earn`) and let go. */
export const pointsOfMove = {
  place: (orderId: string, { used }: OrderPoints, day: BusinessDay): PointsPosting[] =>
    posting('burn', orderId, used, day),
  pay: (orderId: string, { earned }: OrderPoints, day: BusinessDay): PointsPosting[] =>
    earned > 0
      ? [
          {
            id: `earn:${orderId}`,
            reason: '',
            kind: 'earn',
            points: earned,
            day,
            throughDay: throughDayOf(day),
            orderId,
          },
        ]
      : [],
  release: (orderId: string, { used }: OrderPoints, day: BusinessDay): PointsPosting[] =>
    posting('reverse_burn', orderId, used, day),
}

/** What one return takes back of earned points and gives back of used ones; `returnId` keeps the returns of an order apart. */
export const pointsOfReturn = (
  orderId: string,
  returnId: string,
  { used, earned, day }: OrderPoints & { day: BusinessDay },
): PointsPosting[] =>
  [...posting('reverse_burn', orderId, used, day), ...posting('reverse_earn', orderId, earned, day)].map((move) => ({
    ...move,
    id: `${move.id}:${returnId}`,
  }))
