import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { listImports } from '../../../src/modules/data/import-jobs.ts'
import { readQuality } from '../../../src/modules/data/read-quality.ts'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { createGiftShop, GIFT_SHOP, GIFT_SHOP_FILES } from '../../support/gift-shop.ts'
import { DATA_FOLDER } from '../../support/real-data.ts'
import type { TestContext } from '../../support/test-context.ts'

const reason = existsSync(join(DATA_FOLDER, 'online_retail_ii')) ? '' : `(skipped: no public data under ${DATA_FOLDER})`

describe.skipIf(reason !== '')(`public files, as published ${reason}`, () => {
  let context: TestContext
  let shops = 0
  beforeAll(async () => {
    context = await createGiftShop()
  }, 300_000)
  afterAll(() => context?.close())

  async function shop(timezone = 'Asia/Shanghai'): Promise<string> {
    const id = `shop${++shops}`
    await createStore(context, { id, name: id, timezone }, { actor: 'test' })
    return id
  }
  const load = (store: string, ...names: string[]) =>
    runImport(context, { store, files: names.map((n) => ({ path: join(DATA_FOLDER, n) })), actor: 'test' })
  const one = async (sql: string, store: string): Promise<Record<string, unknown>> =>
    (await context.facts.query<Record<string, unknown>>(sql, { store }))[0] ?? {}

  const LINES = `SELECT count() AS lines, countIf(kind = 'sale') AS sales, sumIf(paid_cents, kind = 'sale') AS paid,
    sum(refund_cents) AS refunded, uniqExactIf(order_id, kind = 'sale') AS orders, countIf(kind = 'adjustment') AS adjustments
    FROM order_lines FINAL WHERE store = {store:String}`
  /** By Python's csv, Decimal and Counter over the raw files: multiset union of the two years, half up once a line. */
  const TRUTH = {
    lines: 1_044_847,
    sales: 1_019_652,
    paid: 2_052_266_184,
    refunded: 146_530_366,
    orders: 40_076,
    adjustments: 6,
  }

  test('overlapping years in any order, together or twice give each line once', async () => {
    const together = await listImports(context, GIFT_SHOP.id, { limit: 2, offset: 0 })
    const [job] = together.imports
    expect(together.total).toBe(1)
    expect(job).toMatchObject({
      rows: 1_067_370,
      accepted: 1_044_847,
      duplicates: 22_523,
      rejected: 0,
      from: '2009-12-01',
      to: '2011-12-09',
    })
    expect(job?.classified).toEqual({ sale: 1_041_668, refund: 19_494, writeoff: 6202, adjustment: 6 })
    const apart = await shop('Europe/London')
    for (const year of GIFT_SHOP_FILES.toReversed()) await load(apart, year)
    expect(await load(apart, ...GIFT_SHOP_FILES)).toMatchObject({ accepted: 0, duplicates: 1_067_370 })
    expect(await one(LINES, GIFT_SHOP.id)).toEqual(TRUTH)
    expect(await one(LINES, apart)).toEqual(TRUTH)
  })

  test('a paid column that is net of refunds is made gross, and unpaid orders have no payment', async () => {
    const store = await shop()
    expect(await load(store, 'tmall_orders_2020_02/tmall_order_report.csv.gz')).toMatchObject({
      rows: 28_010,
      accepted: 28_010,
      classified: { unpaid: 3923 },
    })
    expect(
      await one(
        `SELECT sum(gmv_cents) AS gmv, sum(paid_cents) AS paid, sum(refund_cents) AS refunded, countIf(isNull(paid_day)) AS unpaid,
        countIf(isNotNull(paid_cents) AND gmv_cents != paid_cents) AS odd FROM order_lines FINAL WHERE store = {store:String}`,
        store,
      ),
    ).toEqual({ gmv: 299_576_061, paid: 247_482_307, refunded: 57_233_592, unpaid: 3923, odd: 0 })
  })

  test('each purchase of a behaviour log is an order too; the cut last row is refused with its line', async () => {
    const store = await shop()
    const name = 'taobao_userbehavior/userbehavior_sample.csv.gz'
    const job = await load(store, name)
    expect(job).toMatchObject({
      rows: 55_995,
      accepted: 55_994,
      rejected: 1,
      classified: { view: 50_336, cart: 2925, favourite: 1602, pay: 1131 },
    })
    expect(await readFile(job.quarantine ?? '', 'utf8')).toContain(
      '"userbehavior_sample.csv","55996","","","too_few_cells"',
    )
    expect(await load(store, name)).toMatchObject({ accepted: 0, duplicates: 55_994 })
    expect(
      await one(
        `SELECT count() AS orders, uniqExact(buyer) AS buyers, countIf(isNotNull(paid_cents)) AS known,
        uniqExact(buyer) = uniqExactIf(buyer, buyer IN (SELECT visitor FROM events WHERE store = {store:String})) AS matched
        FROM order_lines FINAL WHERE store = {store:String}`,
        store,
      ),
    ).toEqual({ orders: 1131, buyers: 366, known: 0, matched: 1 })
    const quality = await readQuality(context, store)
    expect(quality.tables.find((t) => t.table === 'events')).toMatchObject({
      rows: 55_994,
      from: '2017-09-11',
      to: '2017-12-03',
    })
    expect(quality.findings.map((f) => f.code)).toContain('amounts_unknown')
  })

  test.each([
    ['tmall_brand_behavior_2014/t_alibaba_data_0415_0715.csv.gz', 131_720, 0, '2014-04-15', '2014-07-15'],
    ['ijcai15_double11_log/user_log_10k.csv.gz', 10_000, 0, '2014-11-11', '2014-11-11'],
    ['cdnow/CDNOW_master.txt.gz', 69_659, 0, '1997-01-01', '1998-06-30'],
    // One basket number in this file reads 4.0128e+10.
    ['completejourney/transactions_sample.csv.gz', 75_000, 1, '2017-01-01', '2017-12-31'],
    ['tmall_mum_baby/trade_history_2012_2013.csv.gz', 13_347, 0, '2012-07-02', '2013-12-31'],
    // One review is empty.
    ['reviews_online_shopping_10_cats/online_shopping_10_cats.csv.gz', 62_774, 1, '1970-01-01', '1970-01-01'],
    // One row ends after the spend.
    ['ab_campaign_30d/control_group.csv.gz', 30, 1, '2019-08-01', '2019-08-30'],
  ])('%s: %d rows, %d refused', async (name, rows, rejected, from, to) => {
    const store = await shop()
    expect(await load(store, name)).toMatchObject({ rows, rejected, accepted: rows - rejected, from, to })
    expect(await load(store, name)).toMatchObject({ accepted: 0, duplicates: rows - rejected })
  })

  test('the same table in GBK and in UTF-8 is the same table', async () => {
    const store = await shop()
    await load(store, 'double11_beauty_2016/double11_beauty.csv.gz')
    const again = await load(store, 'double11_beauty_2016/double11_beauty.gbk.raw.csv.gz')
    expect(again).toMatchObject({ rows: 27_598, rejected: 0 })
    expect(again.accepted).toBeLessThan(10)
  })
})
