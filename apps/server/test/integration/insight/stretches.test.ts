import type { Filter, Store } from '@zhanggui/contract'
import { addDays, createRng, parseDay } from '@zhanggui/kernel'
import { answerQuery, DIMENSIONS, dictionary, planQuery } from '@zhanggui/metrics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { gatherStretches } from '../../../src/modules/insight/gather-stretches.ts'
import { readCoverages } from '../../../src/modules/insight/read-coverage.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { runRows } from '../../../src/modules/insight/run-rows.ts'
import { runStretches } from '../../../src/modules/insight/run-stretches.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { insertFacts } from './insert-facts.ts'
import { fillMaoyi, line } from './maoyi-shop.ts'

const FIRST = parseDay('2025-12-20')
const rng = createRng('stretches')
const draw = <T>(values: readonly T[]): T => values[rng.int(values.length)] as T

/** Orders of forty buyers over three months: some unpaid, some refunded later, some of nobody known. */
const orders = Array.from({ length: 600 }, (_, n) => {
  const day = addDays(FIRST, rng.int(90))
  const isPaid = rng.int(10) > 0
  const refund = rng.int(8) === 0 ? { refunded_day: addDays(day, 1 + rng.int(20)), refund_cents: 700 } : {}
  const unpaid = isPaid ? {} : { paid_day: null, paid_at: null, paid_cents: null, status: 'closed' }
  return line(`n${n}`, rng.int(41), day, 1 + rng.int(300), {
    province: draw(['浙江', '上海', '']),
    category: draw(['茶', '']),
    item_id: draw(['i1', 'i2', 'i3']),
    campaign: draw(['', '', 'nianhuo']),
    member_tier: draw(['', 'gold']),
    device: draw(['app', 'pc']),
    channel: draw(['手淘搜索', '直通车', '']),
    ...refund,
    ...unpaid,
  })
})

/** One within another, a day, before the first order, and beyond the last. */
const DIFFERENT = [
  ['2025-12-30', '2026-03-01'],
  ['2026-01-05', '2026-01-06'],
  ['2025-11-01', '2025-11-20'],
  ['2026-02-01', '2026-06-01'],
].map(([from = '', to = '']) => ({ from: parseDay(from), to: parseDay(to) }))
/** The first is asked twice. */
const STRETCHES = [...DIFFERENT, ...DIFFERENT.slice(0, 1)]

const CUTS: readonly { by: string[]; filters?: Filter[] }[] = [
  { by: [] },
  { by: ['buyerKind', 'province'] },
  { by: ['occasion'] },
  { by: ['promoPeriod', 'category'], filters: [{ dimension: 'item', op: 'in', values: ['i1', 'i2'] }] },
]

const METRICS_PER_QUESTION = 20

/** Every metric that can be cut like that, in questions of a size that may be asked. */
function questionsOf({ by, filters = [] }: (typeof CUTS)[number]): string[][] {
  const used = [...by, ...filters.map((f) => f.dimension)]
  const ids = dictionary().flatMap((m) => (used.every((d) => (m.dimensions as string[]).includes(d)) ? [m.id] : []))
  return Array.from({ length: Math.ceil(ids.length / METRICS_PER_QUESTION) }, (_, i) =>
    ids.slice(i * METRICS_PER_QUESTION, (i + 1) * METRICS_PER_QUESTION),
  )
}

describe('several stretches of days read together', () => {
  let context: TestContext
  let store: Store
  beforeAll(async () => {
    context = await createTestContext()
    store = await createStore(context, { id: 'maoyi', name: '茂益' }, { actor: 'test' })
    await fillMaoyi(context)
    await insertFacts(context, 'order_lines', orders)
  }, 60_000)
  afterAll(() => context.close())

  test.each(CUTS)('every metric by $by is what each stretch alone is answered', async (cut) => {
    const { by, filters = [] } = cut
    expect(by.every((id) => DIMENSIONS.some((d) => d.id === id))).toBe(true)
    for (const metrics of questionsOf(cut)) {
      const together = await runStretches(context, store, { metrics, by, filters, stretches: STRETCHES })
      expect(together).toHaveLength(STRETCHES.length)
      expect(together.at(-1)).toEqual(together[0])
      for (const [i, range] of DIFFERENT.entries()) {
        const alone = await runQuery(context, store, { metrics, by, filters, ...range, limit: 100_000 })
        expect(together[i], `${metrics.join(' ')} over ${range.from}–${range.to}`).toEqual(alone.rows)
      }
    }
  })

  test('the data is there: a comparison of nothings would say nothing', async () => {
    const stretches = STRETCHES.slice(0, 1)
    const [rows] = await runStretches(context, store, { metrics: ['paid', 'buyers', 'uv', 'newBuyers'], stretches })
    expect(rows).toEqual([{ paid: expect.any(Number), buyers: 40, uv: 3, newBuyers: expect.any(Number) }])
    expect(await runStretches(context, store, { metrics: ['paid'], stretches: [] })).toEqual([])
  })

  test.each([{ cellsMax: 3 }, { largeRows: 1 }])('nor does %j change a figure', async (limits) => {
    const plan = planQuery({ metrics: ['paid', 'buyers', 'uv', 'pv'], by: ['device'], filters: [] })
    if (!plan.ok) throw new Error(plan.error.messageEn)
    const subject = { store: store.id, zone: store.timezone, channels: [] }
    const sources = plan.value.groups.map((g) => g.source)
    const asking = { plan: plan.value, stretches: STRETCHES, coverage: await readCoverages(context, store.id, sources) }
    const rowsOf = async (size: typeof limits | undefined) =>
      (await gatherStretches(context, subject, asking, size)).map((facts) => {
        const whole = { compare: null, fillGaps: false, order: undefined, limit: 1000 }
        return answerQuery(plan.value, { facts, ...whole }).rows
      })
    expect(await rowsOf(limits)).toEqual(await rowsOf(undefined))
  })

  test('rows without totals are the rows of the query', async () => {
    const question = { metrics: ['paid', 'buyers', 'uv'], by: ['day', 'device'], fillGaps: true }
    const { rows, range } = await runRows(context, store, question)
    expect({ rows, range }).toEqual(
      await runQuery(context, store, { ...question, limit: 100_000 }).then((q) => ({ rows: q.rows, range: q.range })),
    )
    expect(rows.length).toBeGreaterThan(100)
  })
})
