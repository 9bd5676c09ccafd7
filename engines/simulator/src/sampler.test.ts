import { createRng } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { createIdentity } from './identity.ts'
import { createSampler } from './sampler.ts'

describe('weighted draws', () => {
  test('each index comes up by its weight, and never when its weight is zero', () => {
    const [rng, sample] = [createRng('sampler'), createSampler([1, 0, 3, 6])]
    const counts = [0, 0, 0, 0]
    for (let i = 0; i < 100_000; i++) {
      const index = sample(rng)
      counts[index] = (counts[index] ?? 0) + 1
    }
    expect(counts[1]).toBe(0)
    for (const [i, share] of [0.1, 0, 0.3, 0.6].entries())
      expect(Math.abs((counts[i] ?? 0) / 100_000 - share)).toBeLessThan(0.01)
  })

  test.each([[[]], [[0, 0]], [[1, -1]]])('weights %j cannot be drawn from', (weights) => {
    expect(() => createSampler(weights)).toThrow('Broken rule')
  })
})

describe('identities', () => {
  test('a hundred thousand numbers are all different, whole and below 2^53', () => {
    const identify = createIdentity(7)
    const ids = Array.from({ length: 100_000 }, (_, i) => identify(i))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => Number.isSafeInteger(id) && id > 0)).toBe(true)
  })
})
