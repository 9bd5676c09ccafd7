import { wilsonBounds } from '../rates/wilson-bounds.ts'

/** The four classes of weakness that an annual review looks for (P14.11). */
export const WEAKNESS_CLASSES = ['conversion', 'sameness', 'data', 'supply'] as const
export type WeaknessClass = (typeof WEAKNESS_CLASSES)[number]

/** A figure of the shop against a limit. `counts`: the two sides of a rate, so that a few visitors do not accuse. */
export type Check = {
  value: number | null
  /** Null where nobody has said what would be good. */
  limit: number | null
  weakWhen: 'above' | 'below'
  counts: { over: number; under: number } | null
}

export type Verdict = 'weak' | 'healthy' | 'unknown'

/** Of both sides together, so that each side is left out with one chance in twenty. */
const LEVEL = 0.9

/** The bound of a rate on the side where it would be healthy. */
function bestCase({ over, under }: { over: number; under: number }, weakWhen: Check['weakWhen']): number | null {
  const bounds = wilsonBounds({ hits: over, of: under }, LEVEL)
  return bounds && (weakWhen === 'below' ? bounds.high : bounds.low)
}

/**
 * Weak when the figure is on the wrong side of its limit, and for a rate when it would still be there with luck against it: below an
 * industry's conversion by chance alone is no weakness. Unknown without a figure or a limit; a figure at its limit is healthy.
 */
export function judgeCheck({ value, limit, weakWhen, counts }: Check): Verdict {
  if (value === null || limit === null) return 'unknown'
  const seen = counts === null || counts.over > counts.under ? value : (bestCase(counts, weakWhen) ?? value)
  return (weakWhen === 'below' ? seen < limit : seen > limit) ? 'weak' : 'healthy'
}
