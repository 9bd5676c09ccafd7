/**
 * Pace of parts of a shop: what each brought over what is expected of it by now, its usual share of the whole.
 * Shape: one ratio a part that usually brings something; 1 is as expected. Empty where nothing is expected yet.
 */
export function groupPaces(given: {
  soFar: ReadonlyMap<string, number>
  usual: ReadonlyMap<string, number>
  expectedByNow: number
}): Map<string, number> {
  const { soFar, usual, expectedByNow } = given
  const whole = [...usual.values()].reduce((sum, value) => sum + Math.max(0, value), 0)
  if (whole <= 0 || expectedByNow <= 0) return new Map()
  return new Map(
    [...usual]
      .filter(([, value]) => value > 0)
      .map(([id, value]) => [id, (soFar.get(id) ?? 0) / (expectedByNow * (value / whole))]),
  )
}
