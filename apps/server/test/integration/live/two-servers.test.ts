import type { IncidentInfo, Store } from '@zhanggui/contract'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveRows } from '../../../src/modules/admin/resources/save-rows.ts'
import { createStore, getStore } from '../../../src/modules/admin/stores.ts'
import { createCampaign, putCampaignEntry, readRunSheet } from '../../../src/modules/campaigns/index.ts'
import { fireDueItems } from '../../../src/modules/campaigns/run-sheet/fire-run-items.ts'
import { campaigns } from '../../../src/modules/campaigns/schema.ts'
import { addFromLibrary, listIncidents, runRound } from '../../../src/modules/live/alerts/index.ts'
import { alertEvents, alertInbox } from '../../../src/modules/live/alerts/schema.ts'
import { SHOP_READINGS } from '../../../src/modules/live/alerts/series/shop-readings.ts'
import { boardClock } from '../../../src/modules/live/board/board-clock.ts'
import { boardSource } from '../../../src/modules/live/board/board-source.ts'
import { composeBoard } from '../../../src/modules/live/board/compose-board.ts'
import { startClickhouse, whyNoClickhouse } from '../../support/clickhouse.ts'
import { startPostgres, whyNoPostgres } from '../../support/postgres.ts'
import { createTestClock, createTestContext, type TestContext } from '../../support/test-context.ts'
import { insertFacts } from '../insight/insert-facts.ts'
import { loadSimulatedDays } from './simulated-day.ts'

const reason = whyNoPostgres() ?? whyNoClickhouse()
const SHELL = { store: 'twin', actor: 'test', role: 'owner' as const }

describe.skipIf(reason)(`two servers on one PostgreSQL and one ClickHouse${reason ? `: ${reason}` : ''}`, () => {
  const clock = createTestClock('2025-11-11T12:30:00.000Z')
  let servers: TestContext[] = []
  let store: Store
  let stop: () => Promise<void>

  beforeAll(async () => {
    const [records, facts] = await Promise.all([startPostgres(), startClickhouse({ shards: 1 })])
    stop = async () => {
      await records.stop()
      await facts.stop()
    }
    const env = { DATABASE_URL: records.url, ...facts.env }
    // One after the other: the first makes the tables.
    const first = await createTestContext({ env, clock })
    servers = [first, await createTestContext({ env, clock })]
    await createStore(first, { id: 'twin', name: '双机店' }, { actor: 'test' })
    store = await getStore(first, 'twin')
    await loadSimulatedDays(first, { store: 'twin', from: '2025-11-10', until: '2025-11-11', scale: 0.05 })
  })
  afterAll(async () => {
    for (const server of servers) await server.close()
    await stop?.()
  })

  const onBoth = <T>(ask: (context: TestContext) => Promise<T>): Promise<T[]> => Promise.all(servers.map(ask))

  test('[P9.14] show the same board, and the same again when an order comes in through one of them', async () => {
    const board = (context: TestContext) =>
      composeBoard(boardSource(context, store), store, boardClock(store.timezone, { now: clock.now() }))
    const [one, other] = await onBoth(board)
    expect(one?.figures.paidCents).toBeGreaterThan(0)
    expect(other).toEqual(one)
    const [first] = servers
    if (!first) throw new Error('two servers were opened')
    const paid = { created_day: '2025-11-11', paid_day: '2025-11-11', paid_at: '2025-11-11T12:00:00.000Z' }
    const order = { store: 'twin', order_id: 'new', line_no: 1, item_id: '1', buyer: 7, ...paid }
    await insertFacts(first, 'order_lines', [{ ...order, paid_cents: 12_345, gmv_cents: 12_345 }])
    const [after, otherAfter] = await onBoth(board)
    expect(after?.figures.paidCents).toBe((one?.figures.paidCents ?? 0) + 12_345)
    expect(otherAfter).toEqual(after)
  })

  test('[P9.07] judge at the same moment and raise one incident, each told once', async () => {
    const [first] = servers
    if (!first) throw new Error('two servers were opened')
    await addFromLibrary(first, SHELL, ['dsrlogistics-green'])
    const data = { day: '2025-11-10', reading: 'dsrLogistics', value: 4.6, industry: 4.8, source: '千牛' }
    await saveRows(first, SHOP_READINGS, SHELL, { rows: [{ line: 1, data }], reason: '' })
    await onBoth((context) => runRound(context, store, clock.now()))
    clock.advance(3_600_000)
    await onBoth((context) => runRound(context, store, clock.now()))
    const [incidents] = await onBoth<IncidentInfo[]>((context) => listIncidents(context, 'twin', { limit: 10 }))
    expect(incidents?.map(({ count }) => count)).toEqual([1])
    const events = await first.records.db.select().from(alertEvents)
    // Its owner at once, and the head an hour later, because nobody took it on.
    expect(events.map(({ kind }) => kind)).toEqual(['opened', 'told', 'told'])
    expect(await first.records.db.select().from(alertInbox)).toHaveLength(2)
  })

  test('[P3.18] fire the lines of one run sheet at the same moment, each once and in order', async () => {
    const [first] = servers
    if (!first) throw new Error('two servers were opened')
    await createCampaign(first, SHELL, store, { id: 'day', name: '双11', mainDay: '2025-11-11' })
    for (const minute of [0, 10, 20]) {
      const at = new Date(Date.parse('2025-11-11T12:00:00.000Z') + minute * 60_000).toISOString()
      const line = { title: `第 ${minute} 分`, at, team: 'operations', action: 'checkPromotion' }
      await putCampaignEntry(
        first,
        SHELL,
        { campaign: 'day', kind: 'run', id: `m${minute}` },
        { version: 0, body: line },
      )
    }
    await first.records.db.update(campaigns).set({ state: 'burst' }).where(eq(campaigns.store, 'twin'))
    const [row] = await first.records.db.select().from(campaigns).where(eq(campaigns.store, 'twin'))
    if (!row) throw new Error('the campaign was made')
    await onBoth((context) => fireDueItems(context, row))
    const sheet = await readRunSheet(first, { store: 'twin', campaign: 'day' })
    // Fired once and ended once: two writes after the first version.
    expect(sheet.lines.map(({ version, state }) => [version, state])).toEqual([
      [3, 'failed'],
      [3, 'failed'],
      [3, 'failed'],
    ])
  })
})
