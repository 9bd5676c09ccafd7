/** A line through points: its value anywhere, and each point's distance from the line fitted without it. */
export type Line = { slope: number; at(x: number): number; leftOut: readonly number[] }

/**
 * Least squares with the slope held between 0 and 1: more by now never means less in the end, nor more than in proportion.
 * `leftOut` is exact for the free slope (leverage rule), and for a held slope that of the mean.
 * Shape: null when all points share one x.
 */
export function fitLine(points: readonly { x: number; y: number }[]): Line | null {
  const n = points.length
  const meanX = points.reduce((sum, p) => sum + p.x, 0) / n
  const meanY = points.reduce((sum, p) => sum + p.y, 0) / n
  const spread = points.reduce((sum, p) => sum + (p.x - meanX) ** 2, 0)
  if (spread === 0) return null
  const free = points.reduce((sum, p) => sum + (p.x - meanX) * (p.y - meanY), 0) / spread
  const slope = Math.min(1, Math.max(0, free))
  const at = (x: number): number => meanY + slope * (x - meanX)
  const leverage = (x: number): number => 1 / n + (slope === free ? (x - meanX) ** 2 / spread : 0)
  return { slope, at, leftOut: points.map((p) => (p.y - at(p.x)) / (1 - leverage(p.x))) }
}
