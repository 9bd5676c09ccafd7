import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ImportDesk, openImportDesk } from './import-desk.ts'
import { HEADERS, ROWS } from './taobao-orders.ts'
import { csv } from './write-files.ts'

let desk: ImportDesk

beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk?.close())

describe('[P16.07] a rejected row keeps its file, line, column, value and reason', () => {
  test('and holds nothing else up', async () => {
    const store = await desk.shop()
    const bad = [
      (ROWS[0] ?? []).with(0, '5.19300E+18'),
      (ROWS[1] ?? []).with(2, '很多'),
      (ROWS[2] ?? []).with(8, '2026-02-30 10:00:00'),
      (ROWS[3] ?? []).with(0, '1930000000000000000').with(4, '天知道'),
    ]
    const job = await desk.load(store, 'orders.csv', csv([HEADERS, ROWS[0] ?? [], ...bad, ROWS[1] ?? []]))
    expect(job).toMatchObject({ rows: 6, accepted: 2, rejected: 4 })
    const lines = (await readFile(job.quarantine ?? '', 'utf8')).trimEnd().split('\r\n')
    expect(lines[0]).toBe('\ufefffile,line,column,value,code,reason,reason_en')
    expect(lines.slice(1).map((l) => l.split('","').slice(0, 5).join(' ').replace(/^"/, ''))).toEqual([
      'orders.csv 3 订单编号 5.19300E+18 damaged_id',
      'orders.csv 4 总金额 很多 not_an_amount',
      'orders.csv 5 订单创建时间 2026-02-30 10:00:00 not_a_time',
      'orders.csv 6 订单编号 1930000000000000000 damaged_id',
    ])
  })

  test('an unbalanced quote costs its own line only, and lines are counted as people see them', async () => {
    const store = await desk.shop()
    const good = (i: number) => csv([(ROWS[i] ?? []).with(10, '两行\n标题')])
    const broken = `${(ROWS[2] ?? []).with(10, '"未闭合').join(',')}\r\n`
    const wrong = csv([(ROWS[3] ?? []).with(2, 'x')])
    const job = await desk.load(store, 'orders.csv', csv([HEADERS]) + good(0) + broken + good(1) + wrong)
    expect(job).toMatchObject({ rows: 4, accepted: 2, rejected: 2 })
    const text = await readFile(job.quarantine ?? '', 'utf8')
    expect(text).toContain('"orders.csv","4","","","unbalanced_quote"')
    expect(text).toContain('"orders.csv","7","总金额","x","not_an_amount"')
  })

  test('a cell of 10 MB is refused and the rest goes on', async () => {
    const store = await desk.shop()
    const huge = (ROWS[2] ?? []).with(10, 'x'.repeat(10 * 1024 * 1024))
    const job = await desk.load(store, 'orders.csv', csv([HEADERS, ROWS[0] ?? [], huge, ROWS[1] ?? []]))
    expect(job).toMatchObject({ rows: 3, accepted: 2, rejected: 1 })
  })

  test('the file is safe to open in a spreadsheet', async () => {
    const store = await desk.shop()
    const evil = ['=1+1', '+1+x', '-2+3', '@SUM(A1)', '=cmd|’/C calc’!A0'].map((f) => (ROWS[0] ?? []).with(2, f))
    const job = await desk.load(store, 'orders.csv', csv([HEADERS, ROWS[1] ?? [], ...evil]))
    const text = await readFile(job.quarantine ?? '', 'utf8')
    expect(job.rejected).toBe(5)
    expect(text).not.toMatch(/"[=+\-@]/)
    expect(text).toContain(`"'=1+1"`)
  })
})

describe('a product list', () => {
  test('[P13.07] a listing of 0.01 is held back with its line and what to do, the others come in', async () => {
    const store = await desk.shop()
    const rows = [
      ['商品ID', '商品标题', '类目名称', '一口价', '成本价'],
      ['700610137001', '面霜', '护肤', '199.00', '80.00'],
      ['700610137002', '精华', '护肤', '0.01', '90.00'],
      ['700610137003', '赠品小样', '护肤', '0.00', ''],
      ['700610137004', '棉签', '个护', '0.10', ''],
    ]
    const job = await desk.load(store, 'items.csv', csv(rows))
    expect(job).toMatchObject({ rows: 4, accepted: 3, rejected: 1 })
    const text = await readFile(job.quarantine ?? '', 'utf8')
    expect(text).toContain('"items.csv","3","一口价","0.01","nearly_free"')
  })
})

describe('[P13.09] personal data is masked at import', () => {
  test('no name, phone, street or buyer id reaches facts, job or quarantine', async () => {
    const store = await desk.shop()
    const bad = (ROWS[0] ?? []).with(0, '')
    const shifted = [
      '19300000000000000' + '99',
      '小明',
      '59',
      '59',
      '交易成功',
      '张三',
      '浙江省, 杭州市',
      '文三路1号',
      "'13812345678",
      '2026-05-01 10:00:00',
      '',
      '面霜',
      '1',
      '0',
    ]
    const job = await desk.load(
      store,
      'orders.csv',
      [HEADERS, ...ROWS.map((r) => r.map((c) => c.replaceAll(',', ''))), bad, shifted]
        .map((r) => r.join(','))
        .join('\n'),
    )
    expect(job.rejected).toBe(2)
    const stored =
      JSON.stringify(await desk.orders(store, '*')) +
      JSON.stringify(job) +
      (await readFile(job.quarantine ?? '', 'utf8'))
    for (const secret of ['小明', '小红', '张三', '李四', '13812345678', '文三路', '南山区'])
      expect(stored).not.toContain(secret)
  })

  test('a buyer is the same number in every file of a shop, and another in another shop', async () => {
    const [a, b] = [await desk.shop(), await desk.shop()]
    for (const store of [a, b]) await desk.load(store, 'orders.csv', csv([HEADERS, ...ROWS]))
    const [first, , , last] = await desk.orders(a, 'toString(buyer) AS buyer')
    const [other] = await desk.orders(b, 'toString(buyer) AS buyer')
    expect(first?.buyer).toBe(last?.buyer)
    expect(first?.buyer).not.toBe('0')
    expect(first?.buyer).not.toBe(other?.buyer)
  })
})

test('a line whose amount cannot be is refused, not wrapped around', async () => {
  const store = await desk.shop()
  const text = csv([
    ['Order No', 'Order Date', 'SKU', 'Qty', 'Unit Price'],
    ['A1', '2026-05-01', 's1', '3', '3.335'],
    ['A2', '2026-05-01', 's1', '999999999', '999999999.99'],
    ['A3', '2026-05-01', 's1', '99999999999', '1'],
  ])
  expect(await desk.load(store, 'shop.csv', text)).toMatchObject({ accepted: 1, rejected: 2 })
  expect(await desk.orders(store, 'order_id, gmv_cents, paid_cents')).toEqual([
    { order_id: 'A1', gmv_cents: 1001, paid_cents: 1001 },
  ])
})
