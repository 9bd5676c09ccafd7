import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EventsResult } from '@zhanggui/contract'
import { createRng } from '@zhanggui/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { alertEvents } from '../../../src/modules/live/alerts/schema.ts'
import { readMinutes } from '../../../src/modules/live/minutes/read-minutes.ts'
import { openContext } from '../../../src/open-context.ts'
import { readSettings } from '../../../src/settings.ts'
import { startChild } from '../../support/child-process.ts'
import { copyNewInstallation } from '../../support/copy-new-installation.ts'
import { waitUntil } from '../../support/wait-until.ts'
import { event, ndjson } from './event-batches.ts'

const SERVER = join(import.meta.dirname, 'processes/serve-events.ts')
/** In CI; hundreds by the variable. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 1)
const BATCH = 200
const SENDERS = 4
const rng = createRng(process.env.KILL_SEED ?? 'events-and-kill-9')

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhanggui-event-kill-'))
  await copyNewInstallation(home)
})
afterAll(() => rm(home, { recursive: true, force: true }))

type Server = Awaited<ReturnType<typeof startServer>>
type Batch = { first: number; acknowledged: boolean }

async function startServer() {
  const child = startChild(SERVER, [], { ZHANGGUI_HOME: home, LOG_LEVEL: 'silent' })
  await waitUntil('the server', async () => child.lines.length > 0)
  return { child, ...(JSON.parse(child.lines[0] ?? '') as { url: string; secret: string }) }
}

/** Some days, so that a group falls into several partitions and a kill may fall between them. */
const instantOf = (n: number): string => new Date(Date.UTC(2024, 8, 1) + (n % 60) * 86_400_000).toISOString()
const bodyOf = ({ first }: Batch): Buffer =>
  ndjson(Array.from({ length: BATCH }, (_, i) => event(`e${first + i}`, { at: instantOf(first + i) })))

async function send(server: Server, batch: Batch): Promise<EventsResult | null> {
  try {
    const headers = { authorization: `Bearer ${server.secret}` }
    const response = await fetch(server.url, { method: 'POST', headers, body: new Uint8Array(bodyOf(batch)) })
    if (!response.ok) return null
    return (await response.json()) as EventsResult
  } catch {
    return null // The server died under the request: not acknowledged, to be sent again.
  }
}

/** Senders that each wait for an answer, until the server is gone. */
async function sendUntilGone(server: Server, batches: Batch[]): Promise<void> {
  const sender = async (): Promise<void> => {
    for (;;) {
      const batch = batches.find((b) => !b.acknowledged && !inFlight.has(b)) ?? newBatch(batches)
      inFlight.add(batch)
      const result = await send(server, batch)
      inFlight.delete(batch)
      if (!result) return
      expect(result.accepted + result.duplicates).toBe(BATCH)
      batch.acknowledged = true
    }
  }
  const inFlight = new Set<Batch>()
  await Promise.all(Array.from({ length: SENDERS }, sender))
}

function newBatch(batches: Batch[]): Batch {
  const batch = { first: batches.length * BATCH, acknowledged: false }
  batches.push(batch)
  return batch
}

const acknowledgedOf = (batches: readonly Batch[]): number => batches.filter((b) => b.acknowledged).length

type Stored = { n: number; distinct: number; keys: number; shown: number; told: string[] }

/** What the alerts of the shop raised and told, each as one text. */
async function toldAlerts({ records }: Awaited<ReturnType<typeof openContext>>): Promise<string[]> {
  const events = await records.db.select().from(alertEvents)
  return events.map(({ kind, facts }) => ('stage' in facts ? `${kind} ${facts.stage} ${facts.role}` : kind))
}

/** What is stored, what a live screen shows of it after the restart, and what alerts told. */
async function storedEvents(): Promise<Stored> {
  const context = await openContext(readSettings({ ZHANGGUI_HOME: home, LOG_LEVEL: 'silent' }))
  try {
    const [row] = await context.facts.query<{ n: number; distinct: number; keys: number }>(
      'SELECT count() AS n, uniqExact(visitor) AS distinct, uniqExact(row_key) AS keys FROM events',
    )
    const minutes = await readMinutes(context, {
      store: { id: 'shop', timezone: 'Asia/Shanghai' },
      metric: 'trackedEvents',
      from: new Date(instantOf(0)),
      to: new Date(Date.parse(instantOf(59)) + 60_000),
    })
    const shown = minutes.reduce((sum, { value }) => sum + (value ?? 0), 0)
    return { ...(row ?? { n: 0, distinct: 0, keys: 0 }), shown, told: await toldAlerts(context) }
  } finally {
    await context.close()
  }
}

it('[P9.02] [P9.07] kill -9 at random moments loses no acknowledged event and doubles none, nor does a live screen, and no alert is raised or told twice', async () => {
  const batches: Batch[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const server = await startServer()
    const sending = sendUntilGone(server, batches)
    const wanted = acknowledgedOf(batches) + 1 + rng.int(12)
    await waitUntil('acknowledged batches', async () => acknowledgedOf(batches) >= wanted)
    await sleep(rng.int(150))
    await server.child.kill()
    await sending
    const acknowledged = acknowledgedOf(batches) * BATCH
    const stored = await storedEvents()
    expect(stored.n).toBeGreaterThanOrEqual(acknowledged)
    expect(stored.n).toBeLessThanOrEqual(batches.length * BATCH)
    expect(stored.keys).toBe(stored.n)
    expect(stored.shown).toBe(stored.n)
    expect(new Set(stored.told).size).toBe(stored.told.length)
  }
  const server = await startServer()
  const repeated = await Promise.all(batches.map((batch) => send(server, batch)))
  expect(repeated.every((result) => result !== null)).toBe(true)
  await server.child.kill()
  const all = batches.length * BATCH
  const { told, ...events } = await storedEvents()
  expect(events).toEqual({ n: all, distinct: all, keys: all, shown: all })
  expect(told.filter((text) => text === 'opened')).toHaveLength(1)
  expect(new Set(told).size).toBe(told.length)
})
