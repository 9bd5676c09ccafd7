import { join } from 'node:path'
import type { Store } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { DATA_FOLDER, independently, whyNoRealData } from '../../support/real-data.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'

type Reference = {
  days: { day: string; paid: number; refunded: number; orders: number }[]
  placed: number
  unpaid: number
  gmv: number
  paid: number
  refunded: number
  orders: number
  refundOrders: number
  provinces: Record<string, number>
}

const reason = whyNoRealData('tmall_orders_2020_02')

describe.skipIf(reason)(`a month of a real Tmall shop equals an independent calculation ${reason ?? ''}`, () => {
  let context: TestContext
  let store: Store
  let expected: Reference
  const ask = (request: Parameters<typeof runQuery>[2]) => runQuery(context, store, request)

  beforeAll(async () => {
    expected = independently('tmall_orders.py')
    context = await createTestContext()
    store = await createStore(context, { id: 'tmall', name: '天猫店' }, { actor: 'test' })
    const files = [{ path: join(DATA_FOLDER, 'tmall_orders_2020_02', 'tmall_order_report.csv.gz') }]
    await runImport(context, { store: store.id, files, actor: 'cli:test' })
  }, 120_000)
  afterAll(() => context?.close())

  test('paid, refunded and orders of each day, to the fen; days without orders are 0, not missing', async () => {
    const { rows } = await ask({ metrics: ['paid', 'refunded', 'orders'], by: ['day'], fillGaps: true })
    const byDay = new Map(expected.days.map((d) => [d.day, d]))
    expect(rows).toEqual(rows.map(({ day }) => byDay.get(String(day)) ?? { day, paid: 0, refunded: 0, orders: 0 }))
    expect(rows.reduce((sum, r) => sum + Number(r.paid), 0)).toBe(expected.paid)
  })

  test('the month as a whole', async () => {
    const { totals } = await ask({
      metrics: [
        'gmv',
        'paid',
        'refunded',
        'netPaid',
        'orders',
        'refundRate',
        'refundOrderRate',
        'placedOrders',
        'abandonment',
      ],
    })
    expect(totals).toEqual({
      gmv: expected.gmv,
      paid: expected.paid,
      refunded: expected.refunded,
      netPaid: expected.paid - expected.refunded,
      orders: expected.orders,
      refundRate: expected.refunded / expected.paid,
      refundOrderRate: expected.refundOrders / expected.orders,
      placedOrders: expected.placed,
      abandonment: expected.unpaid / expected.placed,
    })
  })

  test('a file without buyers says nothing about buyers: no count, no AOV, no repurchase', async () => {
    const { totals } = await ask({ metrics: ['buyers', 'aov', 'newBuyers', 'repurchaseRate', 'cvr'] })
    expect(totals).toEqual({ buyers: null, aov: null, newBuyers: null, repurchaseRate: null, cvr: null })
  })
})
