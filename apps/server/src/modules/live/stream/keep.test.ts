import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keep } from './keep.ts'

describe('a kept answer', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is asked for once by many, and again only when it is stale', async () => {
    let asked = 0
    const kept = keep(async () => ++asked, { everyMs: 1000 })
    expect(await Promise.all([kept(), kept(), kept()])).toEqual([1, 1, 1])
    vi.advanceTimersByTime(999)
    expect(await kept()).toBe(1)
    vi.advanceTimersByTime(1)
    // The stale answer is given while the fresh one is on its way.
    expect(await kept()).toBe(1)
    expect(await kept()).toBe(2)
  })

  it('takes at most three per cent of the time, however costly it is', async () => {
    let asked = 0
    const kept = keep(
      async () => {
        asked++
        vi.advanceTimersByTime(500)
      },
      { everyMs: 1000 },
    )
    await kept()
    vi.advanceTimersByTime(16_000)
    await kept()
    expect(asked).toBe(1)
    vi.advanceTimersByTime(600)
    await kept()
    expect(asked).toBe(2)
  })

  it('is not given for another question, and outlives a failure', async () => {
    let fails = false
    const kept = keep(
      async (day: string) => {
        if (fails) throw new Error('the store is away')
        return day
      },
      { everyMs: 1000, keyOf: (day) => day },
    )
    expect(await kept('a')).toBe('a')
    expect(await kept('b')).toBe('b')
    fails = true
    vi.advanceTimersByTime(5000)
    expect(await kept('b')).toBe('b')
    await Promise.resolve()
    expect(await kept('b')).toBe('b')
    await expect(kept('c')).rejects.toThrow('away')
  })
})
