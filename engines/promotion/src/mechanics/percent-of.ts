/**
 * So many basis points of an amount, rounded half up once. Exact for amounts below 9 × 10¹¹ fen, which `checkCart` sees to.
 * @example percentOf(999, 8500) // 849
 */
export function percentOf(cents: number, bp: number): number {
  const product = cents * bp
  const rest = product % 10_000
  return (product - rest) / 10_000 + (rest * 2 >= 10_000 ? 1 : 0)
}
