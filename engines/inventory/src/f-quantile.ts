import { normalQuantile } from '@zhanggui/kernel'

/**
 * Quantile of the F distribution with `over` and `under` degrees of freedom (they need not be whole), by the cube-root normal
 * approximation solved for F: within two per cent of the tables from four degrees up, which is far below what is known of a pace.
 * Source: Paulson 1942, "An approximate normalization of the analysis of variance distribution".
 */
export function fQuantile(p: number, { over, under }: { over: number; under: number }): number {
  const a = 2 / (9 * over)
  const b = 2 / (9 * under)
  const z = normalQuantile(p)
  // (1 − b)·w − (1 − a) = z·√(b·w² + a), squared and solved for w = F^(1/3); the root's sign is that of z.
  const square = (1 - b) ** 2 - z * z * b
  const half = (1 - a) * (1 - b)
  const rest = (1 - a) ** 2 - z * z * a
  const root = Math.sqrt(Math.max(0, half * half - square * rest))
  if (square <= 0) return Number.POSITIVE_INFINITY
  return Math.max(0, (half + Math.sign(z) * root) / square) ** 3
}
