import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'

/** Something that waits and how much of it may. */
export type LoadGauge = { waiting: number; capacity: number }

export type LoadReading = {
  /** What the reading covers; shorter just after the start. */
  seconds: number
  requests: number
  /** Answers of 500 and above. */
  failures: number
  /** Time within which 95 of 100 were answered; null without requests. */
  p95Ms: number | null
  /** Share of the time in which the process was at work rather than waiting, 0 to 1: at 1 it is full. */
  saturation: number
}

export type LoadMeter = {
  observe(answer: { status: number; ms: number }): void
  read(): LoadReading
}

const WINDOW_SECONDS = 60
/** Beyond so many a second the slowest twentieth is told from these. */
const TIMES_A_SECOND = 1000

type Second = { at: number; requests: number; failures: number; times: number[]; work: ReturnType<Work> }
type Work = typeof performance.eventLoopUtilization

/**
 * Counts the last minute of answers, a slot a second, in a fixed amount of memory.
 * @param now seconds that only grow; @param work how busy the process has been since it began.
 */
export function createLoadMeter(
  now: () => number = () => performance.now() / 1000,
  work: Work = performance.eventLoopUtilization,
): LoadMeter {
  const began = { at: Math.floor(now()), work: work() }
  const slots: Second[] = []
  const current = (): Second => {
    const at = Math.floor(now())
    const last = slots.at(-1)
    if (last?.at === at) return last
    const fresh = { at, requests: 0, failures: 0, times: [], work: work() }
    slots.push(fresh)
    while ((slots[0]?.at ?? at) <= at - WINDOW_SECONDS) slots.shift()
    return fresh
  }
  return {
    observe({ status, ms }) {
      const second = current()
      second.requests++
      if (status >= 500) second.failures++
      if (second.times.length < TIMES_A_SECOND) second.times.push(ms)
    },
    read() {
      const { at } = current()
      const first = slots[0]
      const since = first && first.at < at ? first : began
      const times = slots.flatMap((second) => second.times).toSorted((a, b) => a - b)
      return {
        seconds: Math.min(WINDOW_SECONDS, Math.max(1, at - began.at)),
        requests: slots.reduce((sum, second) => sum + second.requests, 0),
        failures: slots.reduce((sum, second) => sum + second.failures, 0),
        p95Ms: times[Math.ceil(times.length * 0.95) - 1] ?? null,
        saturation: work(since.work).utilization,
      }
    },
  }
}

/** Measures every answer of an app; `app.load` reads it, `app.loadGauges` are the queues that areas add. */
export function addLoadMeter(app: FastifyInstance): void {
  const meter = createLoadMeter()
  app.decorate('load', meter)
  app.decorate('loadGauges', new Map<string, () => LoadGauge>())
  app.addHook('onResponse', (_request, reply, done) => {
    meter.observe({ status: reply.statusCode, ms: reply.elapsedTime })
    done()
  })
}
