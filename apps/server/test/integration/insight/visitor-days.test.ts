import type { Store } from '@zhanggui/contract'
import { parseDay } from '@zhanggui/kernel'
import { compileGroup, planQuery, queryCalendar, queryParams } from '@zhanggui/metrics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'

const range = { from: parseDay('2026-01-01'), to: parseDay('2026-03-01') }

/** Forty days of views and carts, by number: 900 visitors who come on several days over three channels. */
const EVENTS = `INSERT INTO events (store, day, at, type, visitor, channel, device, page, row_key)
SELECT
  'sums',
  toDate('2026-01-01') + number % 40 AS day,
  toDateTime64(day, 3, 'UTC') + number % 80000,
  if(number % 7 = 0, 'cart', 'view'),
  1 + cityHash64(number % 1800) % 900,
  ['搜索', '推荐', ''][1 + number % 3],
  'app',
  'detail',
  number
FROM numbers({from:UInt64}, 20000)`

describe('sums by visitor and day', () => {
  let context: TestContext
  let store: Store
  beforeAll(async () => {
    context = await createTestContext()
    store = await createStore(context, { id: 'sums', name: '和' }, { actor: 'test' })
    await context.facts.command(EVENTS, { from: 0 })
    await context.facts.command(EVENTS, { from: 20_000 })
  })
  afterAll(() => context.close())

  const ask = (by: string[]) =>
    runQuery(context, store, { metrics: ['uv', 'pv', 'cartBuyers', 'cartAdds'], by, ...range })
  const figures = async () => [await ask(['day']), await ask(['month', 'channel']), await ask([])].map((r) => r.rows)

  async function planOf(metric: string): Promise<string> {
    const plan = planQuery({ metrics: [metric], by: ['month'], filters: [] })
    if (!plan.ok) throw new Error(plan.error.messageEn)
    const [group] = plan.value.groups
    if (!group) throw new Error('a metric has a source')
    const params = queryParams({
      plan: plan.value,
      store: 'sums',
      zone: 'Asia/Shanghai',
      range,
      dataEnd: range.to,
      calendar: queryCalendar(range),
      channels: [],
      until: null,
    })
    const sql = `EXPLAIN ${compileGroup(plan.value, group, { whole: false })}`
    return (await context.facts.query<{ explain: string }>(sql, params)).map((r) => r.explain).join('\n')
  }

  test('change no figure: before and after they are made, and after a delete', async () => {
    const before = await figures()
    await context.facts.command('OPTIMIZE TABLE events FINAL')
    expect(await figures()).toEqual(before)
    await context.facts.command(
      "DELETE FROM events WHERE store = 'sums' AND day = '2026-01-01' SETTINGS lightweight_deletes_sync = 2",
    )
    const after = await figures()
    expect(after[0]).toEqual(before[0]?.filter((row) => row.day !== '2026-01-01'))
  })

  test('are what UV is read from once parts are merged', async () => {
    expect(await planOf('uv')).toContain('visitor_days')
  })
})
