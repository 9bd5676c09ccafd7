import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { readRepurchase } from '../../../src/modules/goals/balance/read-repurchase.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { independently, whyNoRealData } from '../../support/real-data.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'

type Reference = {
  /** Paid, paid by members, orders with a buyer, those of buyers who were never there before. */
  days: Record<string, [number, number, number, number]>
  member: [number, number]
  nonMember: [number, number]
  orders: number
}

const reason = whyNoRealData('online_retail_ii')

describe.skipIf(reason)(`members of a real shop’s order log ${reason ?? ''}`, () => {
  let context: TestContext
  let store: Store
  let expected: Reference
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhanggui-members-'))
    const path = join(folder, 'orders.csv')
    expected = independently('members_2011.py', path)
    context = await createTestContext()
    const shop = { id: 'gifts', name: 'Gifts', currency: 'GBP', timezone: 'Europe/London' }
    store = await createStore(context, shop, { actor: 'test' })
    await runImport(context, { store: store.id, files: [{ path }], actor: 'cli:test' })
  }, 120_000)
  afterAll(async () => {
    await context?.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  test('[P2.04] the member share of sales and the new buyers’ share of orders equal an independent count, day by day', async () => {
    const { rows } = await runQuery(context, store, { metrics: ['memberShare', 'paid', 'orders'], by: ['day'] })
    expect(rows.reduce((sum, r) => sum + Number(r.orders), 0)).toBe(expected.orders)
    const fresh = await runQuery(context, store, {
      metrics: ['orders'],
      by: ['day'],
      filters: [{ dimension: 'buyerKind', values: ['new'] }],
    })
    const newOrders = new Map(fresh.rows.map((r) => [String(r.day), r.orders]))
    expect(rows.map((r) => String(r.day))).toEqual(Object.keys(expected.days).sort())
    for (const { day, paid, memberShare } of rows) {
      const [all, ofMembers, , first] = expected.days[String(day)] ?? []
      expect(paid).toBe(all)
      expect(memberShare).toBe((ofMembers ?? 0) / (all ?? 1))
      expect(newOrders.get(String(day)) ?? 0).toBe(first)
    }
  })

  test('[P2.19] members’ and others’ repurchase within 30 days equals an independent count; members come back more', async () => {
    const found = await readRepurchase(context, store, { asOf: '2011-04-01', windowDays: 30 })
    const rate = (group: string) => found.groups.find((g) => g.group === group)?.rate
    expect(rate('member')).toBe(expected.member[0] / expected.member[1])
    expect(rate('nonMember')).toBe(expected.nonMember[0] / expected.nonMember[1])
    expect(found).toMatchObject({ membersKnown: true, memberAboveNonMember: true })
  })
})
