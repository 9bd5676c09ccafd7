/** The best choice found so far. `path` holds what was decided at each stage, '' for nothing. */
export type Incumbent = { payableCents: number; count: number; path: readonly string[] }

/** Below, at or above the start of the incumbent's path; paths are compared stage by stage. */
function comparePath(path: readonly string[], best: readonly string[]): number {
  for (let i = 0; i < path.length; i++) {
    const [a, b] = [path[i] ?? '', best[i] ?? '']
    if (a !== b) return a < b ? -1 : 1
  }
  return 0
}

/** Lower to pay; of equals fewer claims; of equals the claims that come first, stage by stage. */
export function isBetter(a: Incumbent, best: Incumbent | undefined): boolean {
  if (!best) return true
  if (a.payableCents !== best.payableCents) return a.payableCents < best.payableCents
  if (a.count !== best.count) return a.count < best.count
  return comparePath(a.path, best.path) < 0
}

/** Whether a way that pays `boundCents` at least, with `count` claims at least, may still end better than the incumbent. */
export function mayBeat(
  way: { boundCents: number; count: number; path: readonly string[] },
  best?: Incumbent,
): boolean {
  if (!best || way.boundCents < best.payableCents) return true
  if (way.boundCents > best.payableCents || way.count > best.count) return false
  return way.count < best.count || comparePath(way.path, best.path) <= 0
}
