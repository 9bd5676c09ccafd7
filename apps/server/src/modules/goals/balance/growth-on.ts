import { ratio } from '@zhanggui/kernel'

/** Growth of a target on last year's figure, as a fraction; null where nothing was there to grow. */
export function growthOn(before: number, target: number): number | null {
  const change = ratio(target, before > 0 ? before : null)
  return change === null ? null : change - 1
}
