import type { Rng } from '@zhanggui/kernel'

export type Point = readonly number[]

/** Rounds after which centres have long settled. */
const ROUNDS_MAX = 60
const STARTS = 6

const distance = (a: Point, b: Point): number => a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0)

/** The place of the nearest centre; ties to the earlier. */
export function nearest(point: Point, centres: readonly Point[]): number {
  let best = 0
  for (let i = 1; i < centres.length; i++)
    if (distance(point, centres[i] ?? []) < distance(point, centres[best] ?? [])) best = i
  return best
}

/** First centres far from each other. Source: k-means++, Arthur & Vassilvitskii (2007). */
function firstCentres(points: readonly Point[], count: number, rng: Rng): Point[] {
  const centres: Point[] = [points[rng.int(points.length)] ?? []]
  const away = points.map((point) => distance(point, centres[0] ?? []))
  while (centres.length < count) {
    const next = away.some((d) => d > 0) ? rng.pick(points, away) : (points[rng.int(points.length)] ?? [])
    centres.push(next)
    for (const [i, point] of points.entries()) away[i] = Math.min(away[i] ?? 0, distance(point, next))
  }
  return centres
}

function meanOf(points: readonly Point[], otherwise: Point): Point {
  if (points.length === 0) return otherwise
  return otherwise.map((_, i) => points.reduce((sum, point) => sum + (point[i] ?? 0), 0) / points.length)
}

/** From one choice of first centres to where they settle. */
function settle(points: readonly Point[], first: readonly Point[]): Point[] {
  let centres = [...first]
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const groups: Point[][] = centres.map(() => [])
    for (const point of points) groups[nearest(point, centres)]?.push(point)
    const moved = centres.map((centre, i) => meanOf(groups[i] ?? [], centre))
    const isSettled = moved.every((centre, i) => distance(centre, centres[i] ?? []) < 1e-9)
    centres = moved
    if (isSettled) break
  }
  return centres
}

const spreadOf = (points: readonly Point[], centres: readonly Point[]): number =>
  points.reduce((sum, point) => sum + distance(point, centres[nearest(point, centres)] ?? []), 0)

/**
 * Centres of `count` groups of points, in no particular order: the tightest of several starts, since a single one may settle badly.
 * Errors: none; fewer points than groups repeat centres.
 */
export function kMeans(points: readonly Point[], count: number, rng: Rng): Point[] {
  let best: { centres: Point[]; spread: number } | null = null
  for (let start = 0; start < STARTS; start++) {
    const centres = settle(points, firstCentres(points, count, rng))
    const spread = spreadOf(points, centres)
    if (best === null || spread < best.spread) best = { centres, spread }
  }
  return best?.centres ?? []
}
