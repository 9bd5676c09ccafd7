import { err, ok, type Result } from '@zhanggui/kernel'
import { type SpreadConflict, spreadAmount } from '../spread/spread-amount.ts'
import type { Quadrant, RegionPlace } from './region-quadrants.ts'

/** How much faster than the shop each kind of region shall grow, basis points of last year's sales (10000: as last year). */
export type QuadrantLift = Readonly<Record<Quadrant, number>>

/**
 * Where the year's growth shall come from unless the planner says otherwise: few buy and could spend → most; a lead is kept
 * slightly ahead; the rest goes along. A starting point to be edited, not a finding.
 */
export const DEFAULT_LIFT: QuadrantLift = { breakthrough: 15_000, consolidate: 11_000, deepen: 10_500, watch: 10_000 }

/**
 * The total over the regions: each weighs last year's sales times the lift of its quadrant, whole fen that add up (P2.11). A region
 * without a quadrant goes along like `watch`. Errors: nothing to weigh by.
 */
export function regionTargets(
  places: readonly (RegionPlace & { paidCents: number })[],
  { totalCents, lift }: { totalCents: number; lift: QuadrantLift },
): Result<{ region: string; targetCents: number }[], SpreadConflict> {
  const parts = places.map((p) => ({
    id: p.region,
    weight: Math.max(0, p.paidCents) * lift[p.quadrant ?? 'watch'],
    floor: null,
    cap: null,
    locked: null,
  }))
  const spread = spreadAmount(totalCents, parts)
  if (!spread.ok) return err(spread.error)
  return ok(places.map((p, i) => ({ region: p.region, targetCents: spread.value[i] ?? 0 })))
}
