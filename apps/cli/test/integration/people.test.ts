import { join } from 'node:path'
import type { ErasureReport, PersonExport, QueryResult, RetentionRun } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

const NICK = 'tb_李雷'
const ORDERS = [
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货地址,订单创建时间,订单付款时间,宝贝标题',
  `1001,${NICK},100.00,100.00,交易成功,浙江省 杭州市,2020-01-05 10:00:00,2020-01-05 10:05:00,面霜`,
  '1002,tb_韩梅梅,50.00,50.00,交易成功,浙江省 杭州市,2020-01-06 10:00:00,2020-01-06 10:05:00,面霜',
].join('\n')

let home: CliHome
let file: string

beforeAll(async () => {
  home = await createCliHome()
  file = await home.write('orders.csv', ORDERS)
  await home.json('store', 'create', 'shop')
  await home.json('import', 'shop', file)
})
afterAll(() => home.remove())

const paid = async () => (await home.json<QueryResult>('query', 'shop', '--metrics', 'paid,orders,buyers')).totals

test('[P13.09] a person is exported and erased from the shell; backups and originals that still hold them are named', async () => {
  const person = await home.json<PersonExport>('people', 'export', 'shop', '--id', NICK)
  expect(person.tables.map((t) => [t.table, t.rows.length])).toEqual([
    ['events', 0],
    ['order_lines', 1],
    ['feedback', 0],
    ['members', 0],
  ])
  const csv = await home.run('people', 'export', 'shop', '--id', NICK, '--format', 'csv')
  expect(csv.stdout).toContain('"order_lines","1","order_id","1001"')
  const backup = join(home.folder, 'before.tar')
  await home.json('backup', backup)
  const report = await home.json<ErasureReport>('people', 'erase', 'shop', '--id', NICK, '--reason', '本人要求')
  expect(report.tables.find((t) => t.table === 'order_lines')?.detached).toBe(1)
  expect([report.backups.map((b) => b.file), report.originals]).toEqual([[backup], [file]])
  expect(await paid()).toEqual({ paid: 15000, orders: 2, buyers: 1 })
  const nothing = await home.run('people', 'erase', 'shop', '--id', NICK, '--reason', `${NICK} 要求`)
  expect([nothing.exitCode, nothing.stderr]).toEqual([1, expect.stringContaining('reason')])
})

test('[P13.09] retention is counted before it is done', async () => {
  await home.json('people', 'retention', 'shop', '--set', 'order_lines=365', '--reason', '制度')
  const dry = await home.json<RetentionRun>('people', 'retention', 'shop', '--run')
  expect(dry).toMatchObject({ applied: false, tables: [{ table: 'order_lines', effect: 'detach', rows: 1 }] })
  await home.json('people', 'retention', 'shop', '--run', '--apply')
  expect(await paid()).toEqual({ paid: 15000, orders: 2, buyers: null })
  const wrong = await home.run('people', 'retention', 'shop', '--set', 'events=soon')
  expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('events=730')])
})
