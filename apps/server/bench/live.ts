/**
 * `npm run bench:live [-- --seconds 600 --rate 20000 --pages 50 --json]`
 * How long an event takes from being sent to being on screen, with a real server in a process of its own, its clients on the same
 * cores. Prints the delay over every batch and page, and how the server's memory went. See docs/live.md.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { BENCH_STORE } from './generated-year.ts'
import { memoryMb } from './live/memory-of.ts'
import { type SentBatch, sendSteadily } from './live/steady-sender.ts'
import { openPages } from './live/watching-pages.ts'

type Options = { seconds: number; rate: number; pages: number; json: boolean }

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      rate: { type: 'string', default: '20000' },
      pages: { type: 'string', default: '50' },
      json: { type: 'boolean', default: false },
    },
  })
  const [seconds, rate, pages] = [values.seconds, values.rate, values.pages].map(Number)
  const whole = [seconds, rate, pages].every((n) => n !== undefined && Number.isSafeInteger(n) && n > 0)
  if (!whole || !seconds || !rate || !pages)
    throw new Error('--seconds, --rate (events a second) and --pages are whole numbers above 0')
  return { seconds, rate, pages, json: values.json }
}

/** The first person of a fresh installation, signed in. */
async function ownerCookie(address: string): Promise<string> {
  const response = await fetch(`${address}/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ name: 'bench', email: 'bench@example.cn', password: 'a long bench password' }),
  })
  if (!response.ok) throw new Error(`setup answered ${response.status}: ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

type Shown = { events: number; atMs: number }

/** For each batch and page, from sending to the first message that counts it. */
function delaysOf(batches: readonly SentBatch[], byPage: readonly Shown[][]): number[] {
  return byPage.flatMap((shown) => {
    let next = 0
    return batches.flatMap(({ sentAtMs, events }) => {
      while (next < shown.length && (shown[next]?.events ?? 0) < events) next++
      const at = shown[next]?.atMs
      return at === undefined ? [] : [at - sentAtMs]
    })
  })
}

const quantile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN

async function sampleMemory(pid: number, samples: number[], until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    const mb = await memoryMb(pid)
    if (mb !== null) samples.push(mb)
    await sleep(1000)
  }
}

/** Median of the second and of the last quarter: the first still fills caches. */
function memoryCourse(samples: readonly number[]): { early: number; late: number; peak: number } {
  const quarter = Math.max(1, Math.floor(samples.length / 4))
  const middle = (part: readonly number[]): number =>
    quantile(
      [...part].sort((a, b) => a - b),
      0.5,
    )
  return {
    early: middle(samples.slice(quarter, 2 * quarter)),
    late: middle(samples.slice(-quarter)),
    peak: Math.max(...samples),
  }
}

async function measure(server: ChildProcess, { seconds, rate, pages }: Options) {
  const [{ address, secret }] = (await once(server, 'message')) as [{ address: string; secret: string }]
  const cookie = await ownerCookie(address)
  const byPage: Shown[][] = Array.from({ length: pages }, () => [])
  const watching = await openPages(`${address}/v1/stores/${BENCH_STORE}/live/stream`, {
    cookie,
    pages,
    onShown: (page, events, atMs) => byPage[page]?.push({ events, atMs }),
  })
  const memory: number[] = []
  const sampled = new AbortController()
  const sampling = sampleMemory(server.pid ?? 0, memory, sampled.signal)
  const batches = await sendSteadily(`${address}/v1/stores/${BENCH_STORE}/events`, { secret, rate, seconds })
  const sent = batches.at(-1)?.events ?? 0
  for (let waited = 0; watching.shown() < sent && waited < 60; waited++) await sleep(500)
  const shown = watching.shown()
  sampled.abort()
  await sampling
  watching.close()
  if (shown !== sent) throw new Error(`${sent} events were sent, the pages show ${shown}`)
  const delays = delaysOf(batches, byPage).sort((a, b) => a - b)
  return { delays, sent, memory: memoryCourse(memory) }
}

const options = readOptions()
const home = await mkdtemp(join(tmpdir(), 'zhanggui-bench-live-'))
const server = fork(join(import.meta.dirname, 'intake-server.ts'), { env: { ...process.env, ZHANGGUI_HOME: home } })
try {
  const { delays, sent, memory } = await measure(server, options)
  const results = [
    { id: 'live.delayMedian', value: quantile(delays, 0.5), unit: 'ms' },
    { id: 'live.delayP99', value: quantile(delays, 0.99), unit: 'ms' },
    { id: 'live.delayMax', value: delays.at(-1) ?? Number.NaN, unit: 'ms' },
    { id: 'live.memoryEarly', value: memory.early, unit: 'MB' },
    { id: 'live.memoryLate', value: memory.late, unit: 'MB' },
    { id: 'live.memoryPeak', value: memory.peak, unit: 'MB' },
  ]
  const note = `${sent} events at ${options.rate}/s for ${options.seconds} s, ${options.pages} pages; every page shows all of them`
  const lines = results.map(({ id, value, unit }) => `${id.padEnd(20)} ${value.toFixed(0).padStart(8)} ${unit}`)
  process.stdout.write(
    options.json ? `${JSON.stringify({ results, ratios: [], notes: [note] })}\n` : `${note}\n${lines.join('\n')}\n`,
  )
} finally {
  if (server.connected) {
    server.send('stop')
    await once(server, 'exit')
  }
  await rm(home, { recursive: true, force: true })
}
