import { addDays, createRng, parseDay } from '@zhanggui/kernel'
import { eventSpans, type ForecastRequest } from '../src/index.ts'
import { madeUpShop } from '../test/support/made-up-shop.ts'
import type { Result } from './bench.ts'
import { deal, runTasks } from './run-tasks.ts'

const SERIES = 1000
const DAYS = 730
const THREADS = 2

/** Two-year daily series of all kinds, from hundreds a day to a few a month, with the platform's occasions. */
function requests(): ForecastRequest[] {
  const start = parseDay('2024-01-01')
  const events = eventSpans({ from: start, to: addDays(start, DAYS + 28) })
  return Array.from({ length: SERIES }, (_, k) => {
    const rng = createRng(`speed ${k}`)
    const mean = 10 ** (-1 + 3 * rng.next())
    const days = Object.fromEntries(['2024-11-11', '2025-11-11', '2024-06-18', '2025-06-18'].map((day) => [day, 5]))
    const planted = { level: mean, noise: 0.4, year: 0.3, week: [1, 1, 1, 1, 1.1, 1.3, 1.3], days, seed: `speed ${k}` }
    const values = madeUpShop('2024-01-01', DAYS, planted).map((v) => rng.poisson(v))
    return { series: { start, grain: 'day', values }, horizon: 28, events, intervals: [0.8, 0.95], seed: k }
  })
}

/** 1,000 two-year daily series, automatic choice with back-test and intervals, on two threads. */
export async function measureSpeed(): Promise<Result[]> {
  const parts = deal(requests(), THREADS)
  const started = performance.now()
  const answers = await runTasks<number>(
    parts.map((part) => ({ kind: 'speed', requests: part })),
    THREADS,
  )
  const wall = (performance.now() - started) / 1000
  const cpu = answers.reduce((sum, a) => sum + a.cpuMs, 0)
  return [
    { id: 'forecast.daily1000.wall', value: wall, unit: 's' },
    { id: 'forecast.daily1000.cpuPerSeries', value: cpu / SERIES, unit: 'ms' },
  ]
}
