import { assert } from './assert.ts'

/**
 * Seeded random numbers (xoshiro128**, seeded by splitmix32 over the seed's characters). Same seed, same stream, on every
 * machine: only 32-bit integer arithmetic and IEEE doubles are used.
 * Source: Blackman & Vigna, "Scrambled linear pseudorandom number generators" (2021).
 */
export type Rng = {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number
  /** Uniform whole number in [0, bound). */
  int(bound: number): number
  /** Standard normal (Marsaglia polar method). */
  normal(): number
  /** Poisson with the given mean; mean 0 gives 0. */
  poisson(mean: number): number
  /** One of the items, by weight where weights are given. */
  pick<T>(items: readonly T[], weights?: readonly number[]): T
  /** An independent stream named by `label`; drawing from it does not move this one. */
  fork(label: string): Rng
}

function splitmix32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return (z ^ (z >>> 16)) >>> 0
  }
}

function hashLabel(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

const rotl = (x: number, k: number): number => ((x << k) | (x >>> (32 - k))) >>> 0

/** @example createRng('demo-2026').int(6) */
export function createRng(seed: string | number): Rng {
  const label = String(seed)
  const fill = splitmix32(hashLabel(label))
  let [a, b, c, d] = [fill(), fill(), fill(), fill()]
  let spare: number | undefined

  const nextUint = (): number => {
    const result = Math.imul(rotl(Math.imul(b, 5), 7), 9) >>> 0
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = rotl(d, 11)
    return result
  }
  const next = (): number => nextUint() / 0x1_0000_0000

  const normal = (): number => {
    if (spare !== undefined) {
      const value = spare
      spare = undefined
      return value
    }
    for (;;) {
      const u = 2 * next() - 1
      const v = 2 * next() - 1
      const s = u * u + v * v
      if (s === 0 || s >= 1) continue
      const factor = Math.sqrt((-2 * Math.log(s)) / s)
      spare = v * factor
      return u * factor
    }
  }

  const poisson = (mean: number): number => {
    assert(mean >= 0, 'the mean of a Poisson draw is not negative')
    if (mean === 0) return 0
    // Above 60 the normal approximation's error is far below the noise of any simulated count.
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
    const limit = Math.exp(-mean)
    let count = 0
    for (let product = next(); product > limit; product *= next()) count++
    return count
  }

  const pick = <T>(items: readonly T[], weights?: readonly number[]): T => {
    assert(items.length > 0, 'something to pick from')
    let index = items.length - 1
    if (weights) {
      let target = next() * weights.reduce((x, y) => x + y, 0)
      for (const [i, weight] of weights.entries()) {
        target -= weight
        if (target >= 0) continue
        index = i
        break
      }
    } else index = Math.floor(next() * items.length)
    return items[index] as T
  }

  return {
    next,
    int: (bound) => Math.floor(next() * bound),
    normal,
    poisson,
    pick,
    fork: (l) => createRng(`${label}/${l}`),
  }
}
