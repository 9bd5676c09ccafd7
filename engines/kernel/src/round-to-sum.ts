/**
 * Whole parts next to fractional ones that add up to `total` exactly: each is rounded down, the left-over units go to the
 * largest remainders, ties to the earlier part. The fractions must add up to about `total`. Signs may differ.
 * @example roundToSum([1.5, -0.5, 2.0], 3) // [2, -1, 2]
 */
export function roundToSum(parts: readonly number[], total: number): number[] {
  const rounded = parts.map(Math.floor)
  const byRemainder = parts.map((p, i) => ({ i, cut: p - Math.floor(p) })).sort((a, b) => b.cut - a.cut || a.i - b.i)
  const left = total - rounded.reduce((a, b) => a + b, 0)
  const sign = Math.sign(left)
  // Floats may leave more or fewer units than there are parts; then everybody takes turns.
  const turns = sign < 0 ? byRemainder.toReversed() : byRemainder
  for (let given = 0; given < Math.abs(left) && turns.length > 0; given++) {
    const place = turns[given % turns.length]?.i ?? 0
    rounded[place] = (rounded[place] ?? 0) + sign
  }
  return rounded
}
