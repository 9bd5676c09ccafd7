import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

export type Timed<T> = { seconds: number; cpuSeconds: number; value: T }

/** Seconds by the clock and of processor time that `work` takes, and what it gives. */
export async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const [start, cpuStart] = [performance.now(), process.cpuUsage()]
  const value = await work()
  const { user, system } = process.cpuUsage(cpuStart)
  return { seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6, value }
}

const CALM = { lookEveryMs: 250, cpuMsMax: 10, looks: 4 } as const

/**
 * Waits until this process has done next to nothing for a second. After a start the embedded record store is compiled anew in
 * the background, function by function: one of them takes two seconds of a processor and 600 MB while it lasts, which would
 * count as work and memory of whatever is measured first.
 */
export async function untilCalm(): Promise<void> {
  for (let calm = 0; calm < CALM.looks; ) {
    const { cpuSeconds } = await timed(() => setTimeout(CALM.lookEveryMs))
    calm = cpuSeconds * 1000 <= CALM.cpuMsMax ? calm + 1 : 0
  }
}

const LONG_SECONDS = 10

/**
 * Median milliseconds of three runs, or as many as told, after one that warms caches. A question whose first run takes over
 * ten seconds is asked only once more, so that a slow peer does not hold the bench up.
 */
export async function medianMs(work: () => Promise<unknown>, times = 3): Promise<number> {
  const warmUp = await timed(work)
  const runs: number[] = []
  for (let i = 0; i < (warmUp.seconds > LONG_SECONDS ? 1 : times); i++) runs.push((await timed(work)).seconds * 1000)
  runs.sort((a, b) => a - b)
  return runs[Math.floor(runs.length / 2)] ?? Number.NaN
}

const statusMb = (field: string): number => {
  const [, kilobytes = '0'] =
    new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

/**
 * Peak memory of this process while `work` runs, above what it held before, in MB (Linux: the kernel's own high-water
 * mark, so that no short peak is missed between two samples).
 */
export async function peakMbAbove<T>(work: () => Promise<T>): Promise<{ peakMb: number; value: T }> {
  const idleMb = statusMb('VmRSS')
  writeFileSync('/proc/self/clear_refs', '5')
  const value = await work()
  return { peakMb: statusMb('VmHWM') - idleMb, value }
}
