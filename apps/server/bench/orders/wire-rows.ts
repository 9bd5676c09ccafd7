import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { type Command, encodeFrame, NO_SIGNALS, RESULT } from '@zhanggui/orders'
import { WireClient } from '../../src/modules/trade/wire/wire-client.ts'
import { systemClock } from '../../src/system-clock.ts'
import type { RowGroup, RowOptions } from './order-row.ts'

type Shop = { address: string; secret: string; socket: string; items: number }

const BATCH = 256
/** Frames on their way at once: while one is decided the next is read. */
const CALLS = 4
const HTTP_CONNECTIONS = 32
/** One order a request costs some hundred times more than one in a frame. */
const HTTP_SHARE = 50

const reserve = (n: number, items: number): Command => ({
  id: [n, 0, 0, 0xbe],
  issuedAt: systemClock.now().getTime(),
  kind: 'reserve',
  buyer: [n, 1],
  address: [0, 0],
  amountCents: 9_900,
  holdMs: 0,
  paid: false,
  signals: { ...NO_SIGNALS, source: [n % 65_536, 1], device: [n, 2] },
  lines: [{ item: 1 + (n % items), quantity: 1, version: 0 }],
})

function requireAccepted(answers: Int32Array): void {
  for (let i = 0; i < answers.length; i += 2)
    if (((answers[i] as number) & 0xff) !== RESULT.accepted)
      throw new Error(`answered ${(answers[i] as number) & 0xff}`)
}

/** So many calls at a time until none is left. */
async function inParallel(width: number, next: () => (() => Promise<void>) | undefined): Promise<void> {
  const lane = async (): Promise<void> => {
    for (let call = next(); call; call = next()) await call()
  }
  await Promise.all(Array.from({ length: width }, lane))
}

/** Frames of 256 over a socket file, as a shop's own system would send them; made beforehand, decided durably. */
async function batched({ socket, secret, items }: Shop, orders: number): Promise<number> {
  const client = await WireClient.open({ path: socket }, secret)
  const frames = Array.from({ length: Math.ceil(orders / BATCH) }, (_, f) =>
    encodeFrame(Array.from({ length: BATCH }, (__, i) => reserve(f * BATCH + i, items))),
  )
  const from = performance.now()
  await inParallel(CALLS, () => {
    const frame = frames.pop()
    return frame && (async () => requireAccepted(await client.decide(frame)))
  })
  const perSecond = (Math.ceil(orders / BATCH) * BATCH * 1000) / (performance.now() - from)
  client.close()
  return Math.round(perSecond)
}

const bodyOf = (n: number, items: number): string =>
  JSON.stringify({
    commands: [
      {
        id: `${n + 1}000000000000`,
        issuedAt: systemClock.now().toISOString(),
        kind: 'reserve',
        buyer: `b${n}`,
        amountCents: 9_900,
        lines: [{ item: `${1 + (n % items)}`, quantity: 1 }],
      },
    ],
  })

function post(url: string, agent: Agent, secret: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` }
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.on('data', (piece) => {
        text += piece
      })
      response.on('end', () => {
        if (response.statusCode === 200 && text.includes('"accepted":true')) resolve()
        else reject(new Error(`answered ${response.statusCode}: ${text}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** One order a request, as JSON, over connections that stay open. */
async function plainHttp({ address, secret, items }: Shop, orders: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: HTTP_CONNECTIONS })
  const url = `${address}/v1/stores/bench/trade/commands`
  let n = 0
  const from = performance.now()
  await inParallel(HTTP_CONNECTIONS, () => {
    if (n >= orders) return undefined
    const body = bodyOf(n++, items)
    return () => post(url, agent, secret, body)
  })
  const perSecond = (orders * 1000) / (performance.now() - from)
  agent.destroy()
  return Math.round(perSecond)
}

async function end(server: ChildProcess): Promise<void> {
  if (!server.connected) return
  server.send('stop')
  await once(server, 'exit')
}

/** The core behind a server, asked over a socket: in frames, and as plain HTTP. Client and server share the processors. */
export async function wireRows({ orders, disk }: RowOptions): Promise<RowGroup> {
  const home = await mkdtemp(join(disk, 'zhanggui-bench-wire-'))
  const server = fork(join(import.meta.dirname, 'trade-server.ts'), { env: { ...process.env, ZHANGGUI_HOME: home } })
  try {
    const [shop] = (await once(server, 'message')) as [Shop]
    const some = Math.ceil(orders / HTTP_SHARE)
    return {
      rows: [
        { id: 'wire.batched', value: await batched(shop, orders), unit: 'decisions/s' },
        { id: 'wire.http', value: await plainHttp(shop, some), unit: 'decisions/s' },
      ],
      notes: [
        `wire: a whole server with its core in a thread, journaled and synced; batched: frames of ${BATCH} over a socket file, ${CALLS} on their way; http: one order a request as JSON, ${HTTP_CONNECTIONS} connections`,
      ],
    }
  } finally {
    await end(server)
    await rm(home, { recursive: true, force: true })
  }
}
