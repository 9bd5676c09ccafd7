/**
 * So many basis points of an amount, rounded half up once. Exact for amounts below 9 × 10¹¹ fen, which `checkCart` sees to.
 * @example percentOf(999, 8500) // 849
 */
export function percentOf(cents: number, bp: number): number {
  const product = cents * bp
  const whole = Math.floor(product / 10_000)
  // Not `product % 10_000`: a remainder of large doubles is slow, and this is asked for every line of every cart.
  const rest = product - whole * 10_000
  return rest >= 5000 ? whole + 1 : whole
}
