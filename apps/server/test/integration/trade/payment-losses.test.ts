import { join } from 'node:path'
import type { PaymentLosses, Store } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { reportPaymentLosses } from '../../../src/modules/trade/checkout/report-payment-losses.ts'
import { DATA_FOLDER, independently, whyNoRealData } from '../../support/real-data.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'

type Loss = { placed: number; unpaid: number; unpaidCents: number }
type CartDay = { carted: number; bought: number; open: number; lost: number }
type Reference = {
  orders: { days: Record<string, Loss>; provinces: Record<string, Loss> }
  carts: {
    days: Record<string, CartDay>
    outcomes: Record<string, number>
    within: Record<string, number>
    people: number
    peopleBought: number
  }
}

const reason = whyNoRealData('tmall_orders_2020_02') ?? whyNoRealData('taobao_userbehavior')

describe.skipIf(reason)(`[P7.11] losses of two real shops equal a count over the raw files ${reason ?? ''}`, () => {
  let context: TestContext
  let tmall: Store
  let taobao: Store

  async function shopOf(id: string, file: string): Promise<Store> {
    const store = await createStore(context, { id, name: id }, { actor: 'test' })
    await runImport(context, { store: id, files: [{ path: join(DATA_FOLDER, file) }], actor: 'cli:test' })
    return store
  }
  const keyed = <T extends { key: string }>(rows: readonly T[]): Record<string, Omit<T, 'key'>> =>
    Object.fromEntries(rows.map(({ key, ...rest }) => [key, rest]))

  beforeAll(async () => {
    context = await createTestContext()
    tmall = await shopOf('tmall', 'tmall_orders_2020_02/tmall_order_report.csv.gz')
    taobao = await shopOf('taobao', 'taobao_userbehavior/userbehavior_sample.csv.gz')
  }, 120_000)
  afterAll(() => context?.close())

  test('the payment step: orders placed and never paid, of each day and each province, to the order and the fen', async () => {
    const { orders: expected } = independently<Reference>('payment_path.py', '24')
    const { orders, carts } = await reportPaymentLosses(context, tmall, { from: '2020-02-01', to: '2020-03-01' })
    expect(keyed(orders?.days ?? [])).toEqual(expected.days)
    expect(keyed(orders?.provinces ?? [])).toEqual(expected.provinces)
    const sum = (part: keyof Loss) => Object.values(expected.days).reduce((total, day) => total + day[part], 0)
    // Orders that were refunded whole kept nothing, and were paid all the same.
    expect(orders).toMatchObject({ placed: 28_010, unpaid: 3923, lostShare: 3923 / 28_010, reasons: [] })
    expect(orders?.unpaidCents).toBe(sum('unpaidCents'))
    // A file of orders says nothing of carts.
    expect(carts).toBeNull()
  })

  test.each([1, 24, 100])(
    'the cart: what each person bought of what they put in within %i hours, and what the others did',
    async (hours) => {
      const { carts: expected } = independently<Reference>('payment_path.py', String(hours))
      const span = { from: '2017-11-25', to: '2017-12-04', withinHours: hours }
      const { carts } = await reportPaymentLosses(context, taobao, span)
      expect(Object.fromEntries((carts?.days ?? []).map(({ day, ...rest }) => [day, rest]))).toEqual(expected.days)
      const { bought, open, ...lost } = expected.outcomes
      expect(Object.fromEntries((carts?.reasons ?? []).map((row) => [row.reason, row.carts]))).toEqual(lost)
      expect(Object.fromEntries((carts?.within ?? []).map((row) => [row.hours, row.carts]))).toEqual(expected.within)
      const { people, peopleBought } = expected
      expect(carts).toMatchObject({ bought, open: open ?? 0, people, peopleBought })
    },
  )

  test('a span that ends before it begins, and days without records', async () => {
    const empty: PaymentLosses = await reportPaymentLosses(context, tmall, { from: '2019-01-01', to: '2019-02-01' })
    expect(empty).toMatchObject({ carts: null, orders: null })
    await expect(reportPaymentLosses(context, tmall, { from: '2020-03-01', to: '2020-02-01' })).rejects.toThrow(
      /before/,
    )
  })
})
