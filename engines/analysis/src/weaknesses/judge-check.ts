import { normalQuantile } from '@zhanggui/kernel'

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

/** 95 %, one side. */
const Z = normalQuantile(0.95)

/** The bound of a rate on the side where it would be healthy. Source: Wilson (1927), one-sided. */
function bestCase({ over, under }: { over: number; under: number }, weakWhen: Check['weakWhen']): number {
  const rate = over / under
  const middle = (rate + (Z * Z) / (2 * under)) / (1 + (Z * Z) / under)
  const reach = (Z / (1 + (Z * Z) / under)) * Math.sqrt((rate * (1 - rate)) / under + (Z * Z) / (4 * under * under))
  return weakWhen === 'below' ? middle + reach : middle - reach
}

/**
 * Weak when the figure is on the wrong side of its limit, and for a rate when it would still be there with luck against it: below an
 * industry's conversion by chance alone is no weakness. Unknown without a figure or a limit; a figure at its limit is healthy.
 */
export function judgeCheck({ value, limit, weakWhen, counts }: Check): Verdict {
  if (value === null || limit === null) return 'unknown'
  const seen = counts === null || counts.under <= 0 || counts.over > counts.under ? value : bestCase(counts, weakWhen)
  return (weakWhen === 'below' ? seen < limit : seen > limit) ? 'weak' : 'healthy'
}
