import { type Seed, scoreOf } from '../chance/seed.ts'

/**
 * The chosen applications: the smallest HMAC-SHA-256(seed, `trial/` + application) first. The same from the same applications in
 * whatever order, so that anybody can work it out once the seed is published.
 */
export function chooseTesters(applications: readonly string[], places: number, seed: Seed): string[] {
  const scored = [...new Set(applications)].map((id) => ({ id, score: scoreOf(seed, `trial/${id}`) }))
  scored.sort((a, b) => (a.score < b.score ? -1 : 1))
  return scored.slice(0, places).map(({ id }) => id)
}
