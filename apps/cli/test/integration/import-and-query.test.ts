import { readFile } from 'node:fs/promises'
import type { CohortResult, FunnelResult, ImportJob, QueryResult } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

/** Two good orders in November and one in October; an amount that is none; a number that Excel damaged. */
const ORDERS = `订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货地址,订单创建时间,订单付款时间
3000000000000000001,甲,100.00,100.00,交易成功,浙江省杭州市西湖区文三路1号,2026-11-01 10:00:00,2026-11-01 10:01:00
3000000000000000002,乙,50.50,50.50,交易成功,广东省广州市天河区1号,2026-11-02 10:00:00,2026-11-02 10:01:00
3000000000000000003,甲,20.00,20.00,交易成功,浙江省杭州市西湖区文三路1号,2026-10-03 10:00:00,2026-10-03 10:01:00
3000000000000000004,甲,abc,20.00,交易成功,浙江省杭州市,2026-11-03 10:00:00,2026-11-03 10:01:00
5.1E+18,丙,10,10,交易成功,北京,2026-11-03 10:00:00,2026-11-03 10:01:00
`

let home: CliHome
let file: string

beforeAll(async () => {
  home = await createCliHome()
  file = await home.write('orders.csv', ORDERS)
  await home.json('store', 'create', 'shop', '--name', '测试店')
})
afterAll(() => home.remove())

describe('import', () => {
  test('a dry run counts everything and writes nothing', async () => {
    const job = await home.json<ImportJob>('import', 'shop', file, '--dry-run')
    expect(job).toMatchObject({ rows: 5, accepted: 3, rejected: 2, dryRun: true })
    expect((await home.json<QueryResult>('query', 'shop', '--metrics', 'orders')).rows).toEqual([{ orders: null }])
  })

  test('refused rows fail nothing and lie in the quarantine file with their reason', async () => {
    const job = await home.json<ImportJob>('import', 'shop', file)
    expect(job).toMatchObject({ rows: 5, accepted: 3, duplicates: 0, rejected: 2 })
    expect(job.seconds).toBeGreaterThan(0)
    const quarantine = await readFile(job.quarantine ?? '', 'utf8')
    expect(quarantine).toContain('"5","总金额","abc"')
    expect(quarantine).toContain('5.1E+18')
  })

  test('the same file again adds nothing', async () => {
    const job = await home.json<ImportJob>('import', 'shop', file)
    expect(job).toMatchObject({ accepted: 0, duplicates: 3, rejected: 2 })
  })

  test('--strict turns refused rows into exit code 3', async () => {
    expect((await home.run('import', 'shop', file, '--strict')).exitCode).toBe(3)
  })

  test('a file of which no row can be used ends with 3', async () => {
    const hopeless = await home.write(
      'hopeless.csv',
      `${ORDERS.split('\n')[0]}\n5.1E+18,丙,10,10,交易成功,北京,2026-11-03 10:00:00,2026-11-03 10:01:00\n`,
    )
    expect((await home.run('import', 'shop', hopeless)).exitCode).toBe(3)
  })

  test('a mapping file says what unknown headers mean', async () => {
    const odd = await home.write('odd.csv', 'a,b,c,d\nX-1,9.90,2026-10-20 08:00:00,丁\n')
    const columns = ['orderId', 'paid', 'paidAt', null].map((field, column) => ({
      column,
      header: 'abcd'[column],
      field,
      confidence: 1,
    }))
    columns.push({ column: 2, header: 'c', field: 'createdAt', confidence: 1 })
    const mapping = await home.write('mapping.json', JSON.stringify({ format: 'orders', columns }))
    await home.json('store', 'create', 'odd')
    expect(await home.json<ImportJob>('import', 'odd', odd, '--mapping', mapping)).toMatchObject({
      accepted: 1,
      rejected: 0,
    })
    expect((await home.json<QueryResult>('query', 'odd', '--metrics', 'paid')).rows).toEqual([{ paid: 990 }])
  })

  test.each([
    ['a file that is not there', ['import', 'shop', '/nowhere.csv'], 1, 'nowhere.csv'],
    ['an unknown format', ['import', 'shop', '--format', 'nonsense', 'FILE'], 1, 'zhanggui formats'],
    ['a mapping file that is not there', ['import', 'shop', '--mapping', '/nowhere.json', 'FILE'], 2, 'nowhere.json'],
    ['a mapping file that is no JSON', ['import', 'shop', '--mapping', 'FILE', 'FILE'], 2, 'JSON'],
    ['an unknown shop', ['import', 'nobody', 'FILE'], 1, 'nobody'],
  ])('%s says what to do', async (_name, args, code, hint) => {
    const { exitCode, stderr } = await home.run(...args.map((a) => (a === 'FILE' ? file : a)))
    expect(exitCode).toBe(code)
    expect(stderr).toContain(hint)
  })
})

describe('query', () => {
  test('rows are keyed by dimension and metric, money is minor units, months are written 2026-11', async () => {
    const result = await home.json<QueryResult>('query', 'shop', '--metrics', 'paid,orders,buyers', '--by', 'month')
    expect(result.rows).toEqual([
      { month: '2026-10', paid: 2000, orders: 1, buyers: 1 },
      { month: '2026-11', paid: 15050, orders: 2, buyers: 2 },
    ])
    expect(result.columns.map((column) => column.id)).toEqual(['month', 'paid', 'orders', 'buyers'])
    expect(result.totals).toEqual({ paid: 17050, orders: 3, buyers: 2 })
  })

  test('--to is the first day that does not count', async () => {
    const range = ['--from', '2026-11-01', '--to', '2026-11-02']
    expect((await home.json<QueryResult>('query', 'shop', '--metrics', 'paid', ...range)).rows).toEqual([
      { paid: 10000 },
    ])
  })

  test('a filter leaves out the values it names', async () => {
    const result = await home.json<QueryResult>('query', 'shop', '--metrics', 'paid', '--filter', 'province!=浙江')
    expect(result.rows).toEqual([{ paid: 5050 }])
  })

  test('a comparison gives every metric its twin', async () => {
    // Days that are over, so that the answer does not hang on the day on which the test runs.
    const range = ['--from', '2026-10-04', '--to', '2026-10-05', '--compare', 'previous']
    const { rows, compareRange } = await home.json<QueryResult>('query', 'shop', '--metrics', 'paid', ...range)
    expect(compareRange).toEqual({ from: '2026-10-03', to: '2026-10-04' })
    expect(rows).toEqual([{ paid: 0, paidCompare: 2000 }])
  })

  test('people read yuan and a total', async () => {
    const { stdout } = await home.run('query', 'shop', '--metrics', 'paid', '--by', 'province', '--order', 'paid')
    expect(stdout).toMatch(/浙江\s+¥120\.00\n广东\s+¥50\.50\n合计\s+¥170\.50/)
  })

  test('--explain shows the SQL behind the figures', async () => {
    expect((await home.run('query', 'shop', '--metrics', 'paid', '--explain')).stdout).toContain('FROM order_lines')
  })

  test('cohorts are told by the month of the first purchase', async () => {
    const { cohorts } = await home.json<CohortResult>('cohorts', 'shop')
    expect(cohorts.map((c) => [c.cohort, c.size, c.values.slice(0, 2)])).toEqual([
      // November is not over in the data, so who came back in it is not known yet.
      ['2026-10', 1, [1, null]],
      ['2026-11', 1, [1]],
    ])
  })

  test('a funnel counts each visitor once, at the furthest step taken in order', async () => {
    const second = Date.parse('2017-11-25T02:00:00Z') / 1000
    const rows = [
      ['101', 'pv', 0],
      ['101', 'cart', 60],
      ['101', 'buy', 120],
      ['102', 'pv', 0],
      // Out of order: the purchase came before the page view.
      ['103', 'buy', 0],
      ['103', 'pv', 60],
    ] as const
    const lines = rows.map(([user, type, after]) => `${user},9001,77,${type},${second + after}`)
    const file = `user_id,item_id,category_id,behavior_type,timestamp\n${lines.join('\n')}\n`
    await home.json('store', 'create', 'behaviour')
    await home.json('import', 'behaviour', await home.write('behaviour.csv', file))
    const { steps } = await home.json<FunnelResult>('funnel', 'behaviour', '--steps', 'view,cart,pay')
    expect(steps.map((s) => [s.step, s.visitors, s.lost])).toEqual([
      ['view', 3, 0],
      ['cart', 1, 2],
      ['pay', 1, 0],
    ])
  })

  test.each([
    ['an unknown metric', ['query', 'shop', '--metrics', 'gvm'], 1],
    ['a filter that cannot be read', ['query', 'shop', '--metrics', 'gmv', '--filter', 'x'], 2],
    ['a day that does not exist', ['query', 'shop', '--metrics', 'gmv', '--from', '2026-02-30'], 2],
    ['no metric at all', ['query', 'shop'], 2],
  ])('%s is refused', async (_name, args, code) => {
    expect((await home.run(...args)).exitCode).toBe(code)
  })
})
