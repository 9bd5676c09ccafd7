import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TradeAnswers } from '@zhanggui/contract'
import { type Command, NO_SIGNALS } from '@zhanggui/orders'
import { expect, onTestFinished, test } from 'vitest'
import { coreFolder, readCoreOptions } from '../../../src/modules/trade/core/core-folder.ts'
import { FileDisk } from '../../../src/modules/trade/core/file-disk.ts'
import { openInProcessCore } from '../../../src/modules/trade/core/in-process-core.ts'
import { idOfText } from '../../../src/modules/trade/trade-id.ts'
import { WireClient } from '../../../src/modules/trade/wire/wire-client.ts'
import { startChild } from '../../support/child-process.ts'
import { copyNewInstallation } from '../../support/copy-new-installation.ts'

const SERVER = join(import.meta.dirname, 'processes/serve-trade.ts')
const BATCH = 20
/** Enough for groups of many calls in one sync, and for calls under way when the server dies. */
const CALLERS = 6
const ANSWERED_BEFORE = 3000

type Served = { url: string; secret: string; number: number }

/** Orders with ids of their own, one after another, until calls fail; every id that was answered as accepted is kept. */
class Orders {
  readonly accepted: string[] = []
  private last = 0

  newIds(): string[] {
    return Array.from({ length: BATCH }, () => String(++this.last))
  }

  keep(ids: readonly string[], codes: readonly string[]): void {
    ids.forEach((id, i) => {
      if (codes[i] === 'accepted') this.accepted.push(id)
    })
  }
}

async function orderOverHttp(orders: Orders, { url, secret }: Served): Promise<void> {
  for (;;) {
    const ids = orders.newIds()
    const head = { issuedAt: new Date().toISOString(), kind: 'reserve', buyer: 'b', amountCents: 100 }
    const commands = ids.map((id) => ({ id, ...head, lines: [{ item: 'hot', quantity: 1 }] }))
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ commands }),
    })
    const { answers } = (await answer.json()) as TradeAnswers
    orders.keep(
      ids,
      answers.map(({ code }) => code),
    )
  }
}

const reserve = (id: string, item: number): Command => ({
  id: idOfText(id),
  issuedAt: Date.now(),
  kind: 'reserve',
  buyer: [1, 1],
  address: [0, 0],
  amountCents: 100,
  holdMs: 0,
  paid: false,
  signals: NO_SIGNALS,
  lines: [{ item, quantity: 1, version: 0 }],
})

async function orderOverWire(orders: Orders, path: string, { secret, number }: Served): Promise<void> {
  const client = await WireClient.open({ path }, secret)
  for (;;) {
    const ids = orders.newIds()
    const answers = await client.submit(ids.map((id) => reserve(id, number)))
    orders.keep(
      ids,
      answers.map(({ code }) => code),
    )
  }
}

test('after kill -9 with calls under way every order that was answered is there, and the units add up', async () => {
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-trade-kill-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  await copyNewInstallation(home)
  const server = startChild(SERVER, [], { ZHANGGUI_HOME: home, LOG_LEVEL: 'silent', ZHANGGUI_TRADE_WIRE: 'shop=unix' })
  await expect.poll(() => server.lines.length, { timeout: 60_000 }).toBe(1)
  const served = JSON.parse(server.lines[0] ?? '') as Served
  const folder = coreFolder(home, 'shop')
  const orders = new Orders()
  const callers = Array.from({ length: CALLERS }, (_, i) =>
    i % 2 ? orderOverHttp(orders, served) : orderOverWire(orders, join(folder, 'core.sock'), served),
  )
  const ended = Promise.allSettled(callers)
  await expect.poll(() => orders.accepted.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(ANSWERED_BEFORE)
  await server.kill()
  expect((await ended).map(({ status }) => status)).toEqual(callers.map(() => 'rejected'))

  const core = openInProcessCore({
    store: { disk: new FileDisk(folder), folder, snapshotBytes: 1 << 30 },
    options: readCoreOptions(folder),
    clocks: { now: Date.now, elapsed: () => performance.now() },
    queueMax: 1000,
  })
  const found = await Promise.all(orders.accepted.map((id) => core.readOrder(idOfText(id))))
  expect(orders.accepted.filter((_, i) => found[i]?.state !== 'held')).toEqual([])
  const stock = await core.readItem(served.number)
  expect(stock?.held).toBeGreaterThanOrEqual(orders.accepted.length)
  expect(stock).toMatchObject({ stock: 100_000_000, free: 100_000_000 - (stock?.held ?? 0), sold: 0 })
  await core.close()
}, 120_000)
