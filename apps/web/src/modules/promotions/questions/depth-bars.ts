import type { RulesReplayed } from '@zhanggui/contract'

export type DepthBar = { fromBp: number; toBp: number; orders: number }

/** Orders by depth of the discount, each step up to where the next begins; empty steps at the deep end say nothing. */
export function depthBars(depth: RulesReplayed['depth']): DepthBar[] {
  const last = depth.findLastIndex(({ orders }) => orders > 0)
  return depth
    .map(({ fromBp, orders }, i) => ({ fromBp, toBp: depth[i + 1]?.fromBp ?? 10_000, orders }))
    .slice(0, last + 1)
}
