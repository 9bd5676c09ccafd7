import { CAMPAIGN_ENTRY_KINDS } from '@zhanggui/contract'
import { FACT_TABLES } from '@zhanggui/facts'
import { parseDay } from '@zhanggui/kernel'
import { createMarket } from '@zhanggui/simulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listResource } from '../../../src/modules/admin/resources/list-resource.ts'
import { createSetupProgress } from '../../../src/modules/admin/setup-progress.ts'
import { createStore, findStore, getStore, listStores } from '../../../src/modules/admin/stores.ts'
import { listCampaigns, readCampaign } from '../../../src/modules/campaigns/index.ts'
import { createDemo, type DemoProgress, isDemoWhole } from '../../../src/modules/drills/demo/create-demo.ts'
import { readDemoTruth } from '../../../src/modules/drills/demo/demo-truth-file.ts'
import { currentRange, prepareDemo } from '../../../src/modules/drills/demo/prepare-demo.ts'
import { listPlaybooks } from '../../../src/modules/drills/playbooks/index.ts'
import { listLevers } from '../../../src/modules/drills/playbooks/records/levers.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { listRules } from '../../../src/modules/live/alerts/index.ts'
import { readDuty } from '../../../src/modules/live/clocks/index.ts'
import { PRODUCTS } from '../../../src/modules/products/products.ts'
import { listProgrammes } from '../../../src/modules/promotions/programmes/records/list-programmes.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { demoFacts } from './demo-facts.ts'

/** Around Double 11, with a month on each side of it. */
const MARKET = { from: parseDay('2025-10-11'), until: parseDay('2025-12-10'), scale: 0.1 }
const SMALL = { store: 'small', seed: 'small', ...MARKET }

let context: TestContext
beforeAll(async () => {
  context = await createTestContext()
})
afterAll(() => context.close())

describe('the demo shop', () => {
  it('holds every row of its market, and tells how far it is on the way', async () => {
    const told: DemoProgress[] = []
    const made = await createDemo(context, { ...SMALL, onProgress: (p) => told.push(p) })
    expect(made).toMatchObject({ store: 'small', created: true })

    const market = createMarket('small', MARKET)
    // What the market does not make (member lists, posts elsewhere) stays empty.
    const counts: Record<string, number> = Object.fromEntries(FACT_TABLES.map(({ name }) => [name, 0]))
    counts.items = market.items.length
    for (const { rows } of market.days())
      for (const [table, added] of Object.entries(rows)) counts[table] = (counts[table] ?? 0) + added.length
    const stored = await demoFacts(context, 'small')
    expect(Object.fromEntries(Object.entries(stored).map(([table, { rows }]) => [table, rows]))).toEqual(counts)

    expect(await readDemoTruth(context.settings.home, 'small')).toEqual(market.truth())
    expect(await findStore(context, 'small')).toMatchObject({ demo: true, currency: 'CNY', timezone: 'Asia/Shanghai' })
    expect(told.filter((p) => p.phase === 'facts').at(-1)).toEqual({ phase: 'facts', done: 61, total: 61 })
    expect(told.map((p) => p.phase).filter((p, i, all) => p !== all[i - 1])).toEqual(['clear', 'facts', 'store'])
  })

  it('has programmes in each state: a draft, a trade-in that owes and is owed, a trial, a donation to count', async () => {
    const programmes = await listProgrammes(context, await getStore(context, 'small'))
    expect(Object.fromEntries(programmes.map(({ id, state, cases, toDo }) => [id, [state, cases, toDo]]))).toEqual({
      'new-year-box': ['draft', 0, 0],
      'phone-trade-in': ['open', 4, 1],
      'cream-trial': ['open', 5, 0],
      'one-yuan': ['open', 0, 0],
    })
  })

  it('[P3.15] has this year’s Double 11 in its phase by the clock, lived through so far, and the next campaign as a draft', async () => {
    const store = await getStore(context, 'small')
    const campaigns = await listCampaigns(context, store, {})
    expect(campaigns.map(({ id, state }) => [id, state])).toEqual([
      ['newyeargoods-2027', 'draft'],
      ['double11-2026', 'burst'],
    ])
    const { clockPhase, state, wave, entries, moves } = await readCampaign(context, store, 'double11-2026')
    expect(clockPhase).toEqual({ phase: state, wave })
    expect(moves.map(({ to }) => to)).toEqual(expect.arrayContaining(['approved', 'reservoir', 'preheat', 'burst']))
    const kinds = new Set(entries.map(({ kind }) => kind))
    expect(kinds).toEqual(new Set([...CAMPAIGN_ENTRY_KINDS]))
  })

  it('is watched: rules with owners and actions, playbooks with what they steer, somebody on duty at every hour', async () => {
    const rules = await listRules(context, 'small')
    expect(rules.length).toBeGreaterThan(20)
    expect((await listPlaybooks(context, 'small')).length).toBeGreaterThan(10)
    expect((await listLevers(context, 'small')).length).toBeGreaterThan(1)
    const store = await getStore(context, 'small')
    const { gaps, rest } = await readDuty(context, store, { from: '2026-11-10', to: '2026-11-14', needed: 1 })
    expect([gaps, rest]).toEqual([[], []])
  })

  it('a second call on a whole shop does nothing', async () => {
    const before = await demoFacts(context, 'small')
    expect(await createDemo(context, { ...SMALL, seed: 'other' })).toMatchObject({ created: false })
    expect(await demoFacts(context, 'small')).toEqual(before)
  })

  it('answers queries: paid by month equals the order lines of its market, profit is known, visitors convert', async () => {
    const market = createMarket('small', MARKET)
    const paid = new Map<string, number>()
    for (const { rows } of market.days())
      for (const l of rows.order_lines)
        if (l.paid_day) paid.set(l.paid_day.slice(0, 7), (paid.get(l.paid_day.slice(0, 7)) ?? 0) + (l.paid_cents ?? 0))
    const answer = await runQuery(context, await getStore(context, 'small'), {
      metrics: ['paid', 'cvr', 'profit'],
      by: ['month'],
    })
    expect(answer.rows.map((r) => [r.month, r.paid])).toEqual([...paid])
    for (const row of answer.rows) {
      expect(row.profit).toEqual(expect.any(Number))
      expect(row.cvr).toBeGreaterThan(0.01)
      expect(row.cvr).toBeLessThan(0.2)
    }
  })

  it('has the records that a person would keep: products with costs', async () => {
    const caller = { store: 'small', actor: 'test', role: 'owner' as const }
    const page = await listResource(context, PRODUCTS, caller, { filters: [], direction: 'asc', limit: 200, offset: 0 })
    expect(page.total).toBe(120)
    expect(page.rows[0]?.data).toMatchObject({ title: expect.stringContaining('岚禾'), costCents: expect.any(Number) })
  })

  it('never touches a real shop: its id is refused', async () => {
    await createStore(context, { id: 'real', name: '真店' }, { actor: 'test' })
    await expect(createDemo(context, { ...SMALL, store: 'real' })).rejects.toMatchObject({ code: 'store_exists' })
    await expect(createDemo(context, { ...SMALL, store: 'real', replace: true })).rejects.toMatchObject({
      code: 'store_exists',
    })
  })

  it.each([
    ['an empty range', { from: parseDay('2026-01-01') }],
    ['a scale beyond 20', { scale: 50 }],
  ])('a market that cannot be made is refused in words: %s', async (_, asked) => {
    await expect(createDemo(context, { ...SMALL, store: 'odd', ...asked })).rejects.toMatchObject({
      code: 'invalid_request',
    })
  })

  it('cut short it is not there, and the next call makes it whole', async () => {
    const cut = new AbortController()
    const onProgress = ({ done }: DemoProgress): void => {
      if (done === 30) cut.abort(new Error('cut'))
    }
    const asked = { ...SMALL, store: 'cut' }
    await expect(createDemo(context, { ...asked, onProgress, signal: cut.signal })).rejects.toThrow('cut')
    expect(await findStore(context, 'cut')).toBeNull()
    expect(await createDemo(context, asked)).toMatchObject({ created: true })
    const hashless = async (store: string) => Object.values(await demoFacts(context, store)).map((t) => t.rows)
    expect(await hashless('cut')).toEqual(await hashless('small'))
  })

  it('[P16.14] made anew from the same seed it holds the same facts, from another seed others', async () => {
    const first = await demoFacts(context, 'small')
    await createDemo(context, { ...SMALL, replace: true })
    expect(await demoFacts(context, 'small')).toEqual(first)
    await createDemo(context, { ...SMALL, seed: 'other', replace: true })
    expect(await demoFacts(context, 'small')).not.toEqual(first)
  })

  it('a signal that is already aborted starts nothing', async () => {
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(createDemo(context, { ...SMALL, store: 'never', signal })).rejects.toThrow('too late')
    expect(await isDemoWhole(context, 'never')).toBe(false)
  })
})

describe('the server makes the demo shop by itself', () => {
  it('for the two years that ended yesterday', () => {
    expect(currentRange(new Date('2026-11-10T17:00:00Z'))).toEqual({ from: '2024-11-11', until: '2026-11-10' })
  })

  it('not when there is a shop of somebody', async () => {
    const board = createSetupProgress()
    await prepareDemo(context, { board, print: () => undefined, signal: new AbortController().signal })
    expect(board.read().state).toBe('idle')
    expect((await listStores(context)).some((s) => s.id === 'demo')).toBe(false)
  })
})
