/**
 * Browser tests that begin a run. The first makes the demo shop that six others copy; the next need none, so that nobody waits for
 * it meanwhile. By themselves the two longest would begin together, and one would wait for the other's shop.
 */
const FIRST = ['cockpit', 'plan-real-shop', 'promotions', 'calendar'].map((name) => `/e2e/${name}.test.ts`)

const placeOf = (path: string): number => {
  const place = FIRST.findIndex((end) => path.endsWith(end))
  return place === -1 ? FIRST.length : place
}

/** The files in their order, but for those that begin a run. */
export const beginWithFirst = <T extends { moduleId: string }>(files: readonly T[]): T[] =>
  files.toSorted((a, b) => placeOf(a.moduleId) - placeOf(b.moduleId))
