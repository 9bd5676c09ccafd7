import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BenchPart } from '../bench-part.ts'
import { BENCH_STORE } from '../generated-year.ts'
import { timed } from '../measure.ts'
import { newHome } from '../new-home.ts'

const EVENTS = 1_000_000
const BATCH = 2000
/** Clients that each wait for their answer before sending the next batch. */
const CLIENTS = 8

const TYPES = ['view', 'view', 'view', 'view', 'view', 'cart', 'favourite', 'search', 'order', 'pay']

/** One NDJSON batch. Ids are unique over the whole run; instants lie within the last hour, as a live shop's do. */
function makeBatch(first: number, size: number, now: number): string {
  const lines: string[] = []
  for (let i = first; i < first + size; i++)
    lines.push(
      JSON.stringify({
        id: `e${i}`,
        type: TYPES[i % TYPES.length],
        at: new Date(now - (i % 3_600_000)).toISOString(),
        visitorId: `v${(i * 7919) % 200_003}`,
        sessionId: `s${i >> 3}`,
        itemId: `item${i % 2000}`,
        channel: '搜索',
        device: 'app',
      }),
    )
  return lines.join('\n')
}

async function sendAll(url: string, secret: string, batches: string[]): Promise<number> {
  let accepted = 0
  const client = async (): Promise<void> => {
    for (let body = batches.pop(); body !== undefined; body = batches.pop()) {
      const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/x-ndjson' }
      const response = await fetch(url, { method: 'POST', headers, body })
      const answer = await response.text()
      if (!response.ok) throw new Error(`intake answered ${response.status}: ${answer}`)
      accepted += (JSON.parse(answer) as { accepted: number }).accepted
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return accepted
}

async function ask<T>(server: ChildProcess, message: string): Promise<T> {
  const answer = once(server, 'message')
  server.send(message)
  return ((await answer) as [T])[0]
}

/** Events accepted a second over loopback, client and server on the same cores, each batch acknowledged only when durable. */
export const intake: BenchPart = async ({ rows = EVENTS }) => {
  const home = await newHome()
  const server = fork(join(import.meta.dirname, '../intake-server.ts'), {
    env: { ...process.env, ZHANGGUI_HOME: home },
  })
  try {
    const [{ address, secret }] = (await once(server, 'message')) as [{ address: string; secret: string }]
    const now = Date.now()
    const batches = Array.from({ length: Math.ceil(rows / BATCH) }, (_, i) =>
      makeBatch(i * BATCH, Math.min(BATCH, rows - i * BATCH), now),
    )
    const url = `${address}/v1/stores/${BENCH_STORE}/events`
    const { seconds, value: accepted } = await timed(() => sendAll(url, secret, batches))
    const { count } = await ask<{ count: number }>(server, 'count')
    if (accepted !== rows || count !== rows) throw new Error(`sent ${rows}, accepted ${accepted}, stored ${count}`)
    const notes = [`${rows} events in batches of ${BATCH} from ${CLIENTS} clients; all stored once`]
    return { results: [{ id: 'intakeEvents', value: rows / seconds, unit: 'events/s' }], ratios: [], notes }
  } finally {
    if (server.connected) {
      server.send('stop')
      await once(server, 'exit')
    }
    await rm(home, { recursive: true, force: true })
  }
}
