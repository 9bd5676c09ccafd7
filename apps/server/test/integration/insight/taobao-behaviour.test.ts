import { join } from 'node:path'
import type { Store } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { diagnose } from '../../../src/modules/insight/diagnose.ts'
import { runFunnel } from '../../../src/modules/insight/run-funnel.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { DATA_FOLDER, independently, whyNoRealData } from '../../support/real-data.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'

type Reference = {
  days: { day: string; pv: number; uv: number; cartBuyers: number }[]
  pv: number
  uv: number
  cartBuyers: number
  favouriteBuyers: number
  buyers: number
  orders: number
  repeatBuyers: number
  visits: number
  bounces: number
  funnel: number[]
  categoryBuyers: Record<string, number>
}

const reason = whyNoRealData('taobao_userbehavior')

describe.skipIf(reason)(`a real behaviour log equals an independent calculation ${reason ?? ''}`, () => {
  let context: TestContext
  let store: Store
  const ask = (request: Parameters<typeof runQuery>[2]) => runQuery(context, store, request)
  const expect24 = () => independently<Reference>('taobao_userbehavior.py', '24')

  beforeAll(async () => {
    context = await createTestContext()
    store = await createStore(context, { id: 'taobao', name: '淘宝' }, { actor: 'test' })
    const files = [{ path: join(DATA_FOLDER, 'taobao_userbehavior', 'userbehavior_sample.csv.gz') }]
    await runImport(context, { store: store.id, files, actor: 'cli:test' })
  }, 120_000)
  afterAll(() => context?.close())

  test('UV, PV and cart visitors of each day and of the whole', async () => {
    const expected = expect24()
    const { rows, totals } = await ask({ metrics: ['pv', 'uv', 'cartBuyers'], by: ['day'] })
    expect(rows.filter((r) => r.pv !== 0)).toEqual(expected.days)
    expect(totals).toEqual({ pv: expected.pv, uv: expected.uv, cartBuyers: expected.cartBuyers })
  })

  test('visits by idle time, bounces, buyers, repurchase, and the rates made of them', async () => {
    const expected = expect24()
    const { totals } = await ask({
      metrics: [
        'visits',
        'bounceRate',
        'buyers',
        'orders',
        'repurchaseRate',
        'cvr',
        'cartRate',
        'favouriteRate',
        'paid',
      ],
    })
    expect(totals).toEqual({
      visits: expected.visits,
      bounceRate: expected.bounces / expected.visits,
      buyers: expected.buyers,
      orders: expected.orders,
      repurchaseRate: expected.repeatBuyers / expected.buyers,
      cvr: expected.buyers / expected.uv,
      cartRate: expected.cartBuyers / expected.uv,
      favouriteRate: expected.favouriteBuyers / expected.uv,
      // The log knows no amounts: unknown, not 0.
      paid: null,
    })
  })

  test('[P1.10] the penetration of the largest categories equals an independent count', async () => {
    const expected = expect24()
    const { findings } = await diagnose(context, store, {})
    const categories = findings.filter((f) => f.id === 'categoryPenetration')
    expect(categories).toHaveLength(20)
    for (const { subject, value, atStakeCents } of categories) {
      expect(value).toBe((expected.categoryBuyers[subject] ?? 0) / expected.buyers)
      // No amounts in the log, so no money is claimed to be at stake.
      expect(atStakeCents).toBeNull()
    }
  })

  test.each([1, 24, 216])('the ordered funnel within %i hours', async (hours) => {
    const expected = independently<Reference>('taobao_userbehavior.py', String(hours))
    const { steps } = await runFunnel(context, store, { steps: ['view', 'cart', 'pay'], windowMinutes: hours * 60 })
    expect(steps.map((s) => s.visitors)).toEqual(expected.funnel)
    expect(steps[1]?.stepRate).toBe((expected.funnel[1] ?? 0) / (expected.funnel[0] ?? 1))
  })
})
