import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { type ClickhouseServers, startClickhouse, whyNoClickhouse } from '../../support/clickhouse.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { createFileFolder, csv, type FileFolder } from './write-files.ts'

const reason = whyNoClickhouse()

describe.skipIf(reason).each([
  ['a ClickHouse server', 1],
  ['a cluster of two shards', 2],
])(`imports into %s ${reason ?? ''}`, (_, shards) => {
  let servers: ClickhouseServers
  let context: TestContext
  let files: FileFolder
  beforeAll(async () => {
    servers = await startClickhouse({ shards })
    context = await createTestContext({ env: servers.env })
    files = await createFileFolder()
    await createStore(context, { id: 'shop', name: 'shop' }, { actor: 'test' })
  })
  afterAll(async () => {
    await context?.close()
    await files?.remove()
    await servers?.stop()
  })

  const load = async (rows: string[][]) =>
    runImport(context, { store: 'shop', files: [{ path: await files.write('f.csv', csv(rows)) }], actor: 'test' })

  test('behaviour: equal lines stay, the file again adds none, purchases are orders', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => [
      `${i % 20}`,
      `${i % 10}`,
      '7',
      i % 50 === 0 ? 'buy' : 'pv',
      '1511544070',
    ])
    const table = [['user_id', 'item_id', 'category_id', 'behavior_type', 'timestamp'], ...rows]
    expect(await load(table)).toMatchObject({ accepted: 200, duplicates: 0 })
    expect(await load(table)).toMatchObject({ accepted: 0, duplicates: 200 })
    const [row] = await context.facts.query(
      `SELECT (SELECT count() FROM events WHERE store = 'shop') AS events,
      (SELECT count() FROM order_lines FINAL WHERE store = 'shop') AS orders`,
    )
    expect(row).toEqual({ events: 200, orders: 4 })
  })

  test('orders: a later state replaces an earlier one on every shard', async () => {
    const header = ['订单编号', '买家会员名', '总金额', '买家实际支付金额', '订单状态', '订单创建时间', '订单付款时间']
    const orders = (status: string) =>
      Array.from({ length: 60 }, (_, i) => [
        `19300000000000${10_000 + i}1`,
        `b${i}`,
        '10.00',
        '10.00',
        status,
        '2026-05-01 10:00:00',
        '2026-05-01 10:01:00',
      ])
    expect(await load([header, ...orders('买家已付款,等待卖家发货')])).toMatchObject({ accepted: 60, updated: 0 })
    expect(await load([header, ...orders('交易成功')])).toMatchObject({ accepted: 60, updated: 60 })
    expect(await load([header, ...orders('买家已付款,等待卖家发货')])).toMatchObject({ accepted: 0, duplicates: 60 })
    const found = await context.facts.query(
      "SELECT status, count() AS orders, sum(paid_cents) AS paid FROM order_lines FINAL WHERE store = 'shop' AND gmv_cents > 0 GROUP BY status",
    )
    expect(found).toEqual([{ status: 'done', orders: 60, paid: 60_000 }])
  })
})
