import { expect, it } from 'vitest'
import * as orders from '../../src/index.ts'
import { withMutant } from './load-mutant.ts'
import { MUTANTS } from './mutants.ts'
import { simulate } from './simulate.ts'

const SEEDS = 60
/** A planted bug shows within so many seeds. */
const SEEDS_TO_FIND = 150

function seedThatFinds(module: typeof orders, seeds: number): number | undefined {
  for (let seed = 1; seed <= seeds; seed++) {
    try {
      if (simulate(module, seed).problems.length > 0) return seed
    } catch {
      return seed
    }
  }
  return undefined
}

it(`[P7.02] [P7.03] ${SEEDS} seeds of bad clients, network, disk and clock: no unit sold twice or stuck, no answer lost`, () => {
  let boundaries = 0
  let crashes = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const outcome = simulate(orders, seed)
    expect(outcome.problems, `seed ${seed}`).toEqual([])
    boundaries += outcome.boundaries
    crashes += outcome.crashes
  }
  expect(boundaries).toBeGreaterThan(SEEDS * 50)
  expect(crashes).toBeGreaterThan(SEEDS / 3)
})

it.each(MUTANTS)('the simulator finds a planted bug: $bug', async (mutant) => {
  const seed = await withMutant(mutant, (module) => seedThatFinds(module, SEEDS_TO_FIND))
  expect(seed, `no seed up to ${SEEDS_TO_FIND} found it`).toBeDefined()
})
