import type { Answer, PreparedEngine } from './engine-under-test.ts'

export type Speed = { cartsPerSecond: number; p99Ms: number; meanCutCents: number; adjustments: number }

const CARTS = 1000
const BATCH = 50

/** What the first thousand carts come to: shows that the engines do the same work. */
async function answersOf(engine: PreparedEngine): Promise<Pick<Speed, 'meanCutCents' | 'adjustments'>> {
  let cut = 0
  let adjustments = 0
  for (let i = 0; i < CARTS; i++) {
    const answer: Answer = await engine.price(i)
    cut += answer.cutCents
    adjustments += answer.adjustments
  }
  return { meanCutCents: cut / CARTS, adjustments: adjustments / CARTS }
}

/** An answer that is there at once is not waited for: waiting would cost more than pricing. */
async function runBatch(engine: PreparedEngine, from: number): Promise<void> {
  for (let i = 0; i < BATCH; i++) {
    const answer = engine.price((from + i) % CARTS)
    if (answer instanceof Promise) await answer
  }
}

async function runFor(engine: PreparedEngine, seconds: number, onBatch: (ms: number) => void): Promise<number> {
  const until = performance.now() + seconds * 1000
  let carts = 0
  while (performance.now() < until) {
    const start = performance.now()
    await runBatch(engine, carts)
    onBatch(performance.now() - start)
    carts += BATCH
  }
  return carts
}

type Window = { cartsPerSecond: number; batches: number[] }

async function runWindow(engine: PreparedEngine, seconds: number): Promise<Window> {
  const batches: number[] = []
  const before = process.cpuUsage()
  const carts = await runFor(engine, seconds, (ms) => batches.push(ms / BATCH))
  const { user, system } = process.cpuUsage(before)
  return { cartsPerSecond: carts / ((user + system) / 1e6), batches: batches.sort((a, b) => a - b) }
}

const WINDOWS = 5

/**
 * Carts a second of processor time (user and system, garbage collection included), the best of five windows: what other work on
 * the machine does to a window is no property of the engine. `p99Ms` is of the mean cart of a batch of 50 in that window, by the
 * clock.
 */
export async function measure(engine: PreparedEngine, seconds: number): Promise<Speed> {
  const answers = await answersOf(engine)
  await runFor(engine, seconds / 2, () => {})
  let best: Window = { cartsPerSecond: 0, batches: [] }
  for (let i = 0; i < WINDOWS; i++) {
    const window = await runWindow(engine, seconds / WINDOWS)
    if (window.cartsPerSecond > best.cartsPerSecond) best = window
  }
  const p99Ms = best.batches[Math.floor(best.batches.length * 0.99)] ?? 0
  return { cartsPerSecond: best.cartsPerSecond, p99Ms, ...answers }
}
