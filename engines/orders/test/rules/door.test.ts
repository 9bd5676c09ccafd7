import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { createDoor, DEFAULT_DOOR, type Door, mayEnter, retryAfterMs } from '../../src/index.ts'

const OPTIONS = { ...DEFAULT_DOOR, perWindow: 500, drawWindows: 10 }
/** The door needs a second to find its measure. */
const SETTLED = 10

/** `loud` requests a window of each of a few sources among `quiet` sources that send one each; who got in once it is settled. */
function crowd(
  door: Door,
  { loud, loudSources, quiet, windows }: { loud: number; loudSources: number; quiet: number; windows: number },
) {
  const rng = createRng('crowd')
  const letIn = new Map<number, number>()
  let most = 0
  for (let window = 0; window < windows; window++) {
    const sources = [
      ...Array.from({ length: loud * loudSources }, (_, i) => i % loudSources),
      ...Array.from({ length: quiet }, (_, i) => loudSources + i),
    ].map((source) => ({ source, at: rng.next() }))
    let inWindow = 0
    for (const { source, at } of sources.sort((a, b) => a.at - b.at)) {
      if (!mayEnter(door, source, 7, 0, 1_000_000 + (window + at) * OPTIONS.windowMs)) continue
      inWindow++
      if (window >= SETTLED) letIn.set(source, (letIn.get(source) ?? 0) + 1)
    }
    most = Math.max(most, inWindow)
  }
  return { letIn, most }
}

/** Jain's index of fairness: 1 when all have the same, 1/n when one has all. */
function fairness(shares: readonly number[]): number {
  const sum = shares.reduce((a, b) => a + b, 0)
  return (sum * sum) / (shares.length * shares.reduce((a, b) => a + b * b, 0))
}

describe('[P7.13] the door', () => {
  it('turns nobody away while there is room', () => {
    const { letIn } = crowd(createDoor(OPTIONS), { loud: 0, loudSources: 0, quiet: 300, windows: 40 })
    expect([...letIn.values()].every((count) => count === 40 - SETTLED)).toBe(true)
  })

  it('never lets in more than the core can decide, at twenty times the load', () => {
    expect(
      crowd(createDoor(OPTIONS), { loud: 0, loudSources: 0, quiet: 10_000, windows: 15 }).most,
    ).toBeLessThanOrEqual(500)
  })

  it('[P7.15] cuts loud sources down while buyers pass: nine quiet requests in ten get in', () => {
    const { letIn } = crowd(createDoor(OPTIONS), { loud: 1000, loudSources: 10, quiet: 400, windows: 25 })
    const quiet = Array.from({ length: 400 }, (_, i) => letIn.get(10 + i) ?? 0)
    expect(quiet.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.9 * 400 * (25 - SETTLED))
  })

  it('draws sources by lot when even one request of each is too much: all have the same chance, and most of the room is used', () => {
    const { letIn } = crowd(createDoor(OPTIONS), { loud: 0, loudSources: 0, quiet: 1500, windows: 110 })
    const shares = Array.from({ length: 1500 }, (_, i) => letIn.get(i) ?? 0)
    expect(fairness(shares)).toBeGreaterThan(0.7)
    expect(shares.filter((share) => share === 0).length).toBeLessThan(75)
    expect(shares.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.7 * 500 * (110 - SETTLED))
  })

  it('turns away what a full queue could not take, and says when to come again', () => {
    const door = createDoor(OPTIONS)
    expect(mayEnter(door, 1, 1, OPTIONS.queueMax, 1_000_030)).toBe(false)
    expect(retryAfterMs(door, 1_000_030)).toBe(70)
  })
})
