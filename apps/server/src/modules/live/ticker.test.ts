import { pino } from 'pino'
import { describe, expect, it, vi } from 'vitest'
import type { Context } from '../../context.ts'
import type { TickJob } from './tick-job.ts'
import { createTicker } from './ticker.ts'

const START = Date.parse('2026-11-10T16:00:00.000Z')

function setUp(jobs: readonly TickJob[], leads: () => Promise<boolean> = async () => true) {
  let now = START
  const context = { clock: { now: () => new Date(now) }, log: pino({ level: 'silent' }) } as Context
  const ticker = createTicker({ context, jobs, leadership: { isLeader: leads, close: async () => {} } })
  return { ticker, at: (seconds: number) => (now = START + seconds * 1000) }
}

function recorded(everySeconds: number, work: () => Promise<void> = async () => {}) {
  const rounds: number[] = []
  const job: TickJob = {
    id: 'recorded',
    everySeconds,
    run: (_context, { now }) => {
      rounds.push((now.getTime() - START) / 1000)
      return work()
    },
  }
  return { job, rounds }
}

describe('the ticker', () => {
  it('runs each job at its own period, on the instant of the injected clock', async () => {
    const each = recorded(1)
    const fifth = recorded(5)
    const { ticker, at } = setUp([each.job, fifth.job])
    for (let second = 0; second <= 10; second++) {
      at(second)
      await ticker.tick()
    }
    expect(each.rounds).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(fifth.rounds).toEqual([0, 5, 10])
  })

  it('never begins a round of a job before its last one has ended, and waits for no slow job with the others', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const slow = recorded(1, () => promise)
    const quick = recorded(1)
    const { ticker, at } = setUp([slow.job, quick.job])
    const first = ticker.tick()
    await vi.waitUntil(() => slow.rounds.length === 1)
    at(1)
    await ticker.tick()
    expect([slow.rounds, quick.rounds]).toEqual([[0], [0, 1]])
    resolve()
    await first
    at(2)
    await ticker.tick()
    expect([slow.rounds, quick.rounds]).toEqual([
      [0, 2],
      [0, 1, 2],
    ])
  })

  it('runs a job once after a gap, not once for each period that was missed', async () => {
    const { job, rounds } = recorded(10)
    const { ticker, at } = setUp([job])
    for (const second of [0, 95, 96, 105]) {
      at(second)
      await ticker.tick()
    }
    expect(rounds).toEqual([0, 95, 105])
  })

  it('goes on when the clock was set back', async () => {
    const { job, rounds } = recorded(60)
    const { ticker, at } = setUp([job])
    for (const second of [0, -3600, -3550, -3540]) {
      at(second)
      await ticker.tick()
    }
    expect(rounds).toEqual([0, -3600, -3540])
  })

  it('tries a job with a long period again soon after it failed, and runs the others meanwhile', async () => {
    let fails = true
    const daily = recorded(86_400, async () => {
      if (fails) throw new Error('no')
    })
    const each = recorded(1)
    const { ticker, at } = setUp([daily.job, each.job])
    for (const second of [0, 1, 29, 30]) {
      at(second)
      await ticker.tick()
    }
    fails = false
    for (const second of [60, 90]) {
      at(second)
      await ticker.tick()
    }
    expect(daily.rounds).toEqual([0, 30, 60])
    expect(each.rounds).toEqual([0, 1, 29, 30, 60, 90])
  })

  it('runs nothing while another process leads or the record store does not answer', async () => {
    const { job, rounds } = recorded(1)
    const leads = vi.fn<() => Promise<boolean>>()
    leads.mockResolvedValueOnce(false).mockRejectedValueOnce(new Error('gone')).mockResolvedValue(true)
    const { ticker, at } = setUp([job], leads)
    for (const second of [0, 1, 2]) {
      at(second)
      await ticker.tick()
    }
    expect(rounds).toEqual([2])
  })

  it('stops by telling the running round and waiting for it, and starts nothing more', async () => {
    const rounds: string[] = []
    const job: TickJob = {
      id: 'waits',
      everySeconds: 1,
      run: (_context, { signal }) =>
        new Promise((resolve) => {
          rounds.push('begun')
          signal.addEventListener('abort', () => {
            rounds.push('told')
            resolve()
          })
        }),
    }
    const { ticker, at } = setUp([job])
    void ticker.tick()
    await vi.waitUntil(() => rounds.length === 1)
    await ticker.stop()
    expect(rounds).toEqual(['begun', 'told'])
    at(5)
    await ticker.tick()
    await ticker.stop()
    expect(rounds).toEqual(['begun', 'told'])
  })

  it('looks every second once it is started, and no more after it was stopped', async () => {
    vi.useFakeTimers()
    try {
      const { job, rounds } = recorded(1)
      const { ticker, at } = setUp([job])
      ticker.start()
      for (const second of [1, 2]) {
        at(second)
        await vi.advanceTimersByTimeAsync(1000)
      }
      await ticker.stop()
      await vi.advanceTimersByTimeAsync(5000)
      expect(rounds).toEqual([1, 2])
    } finally {
      vi.useRealTimers()
    }
  })
})
