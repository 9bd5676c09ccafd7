import type { Store } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { readMinutes } from '../../../src/modules/live/minutes/read-minutes.ts'
import { summedMinutesSql } from '../../../src/modules/live/minutes/summed-minutes-sql.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addEventKey } from '../../support/test-people.ts'
import { event, ndjson } from '../traffic/event-batches.ts'
import { loadSimulatedDays } from './simulated-day.ts'

const DAY = { from: '2025-11-11', to: '2025-11-12' }
const FROM = new Date('2025-11-10T16:00:00.000Z')
const TO = new Date('2025-11-11T16:00:00.000Z')

describe('the live figures of a shop', () => {
  let context: TestContext
  let app: FastifyInstance
  let store: Store

  beforeAll(async () => {
    ;({ context, app } = await openTestApp({ stores: ['live', 'track'] }))
    store = await getStore(context, 'live')
    await loadSimulatedDays(context, { store: 'live', from: '2025-11-09', until: '2025-11-11', scale: 0.1 })
  })
  afterAll(() => app.close())

  const minutes = (metric: string, slice = {}) => readMinutes(context, { store, metric, from: FROM, to: TO, slice })
  const sum = (points: readonly { value: number | null }[]) => points.reduce((n, p) => n + (p.value ?? 0), 0)

  async function byMinute(metric: string): Promise<(string | number | null | undefined)[]> {
    const { rows } = await runQuery(context, store, { metrics: [metric], by: ['minute'], fillGaps: true, ...DAY })
    return rows.map((row) => row[metric])
  }

  describe('minute by minute', () => {
    it.each(['pv', 'cartAdds', 'interactions', 'plays', 'paid', 'orders', 'gmv', 'unitsSold'])(
      '[P9.02] %s live is the batch figure in every minute, exactly',
      async (metric) => {
        expect((await minutes(metric)).map((p) => p.value)).toEqual(await byMinute(metric))
      },
    )

    it.each(['uv', 'cartBuyers', 'cvr', 'bounceRate', 'aov'])(
      '[P9.02] %s live is the batch figure in every minute within one per cent',
      async (metric) => {
        const live = (await minutes(metric)).map((p) => p.value)
        const batch = await byMinute(metric)
        const off = live.filter((value, i) => {
          const other = batch[i] ?? null
          return value === null || other === null
            ? (value ?? 0) !== (other ?? 0)
            : Math.abs(value - Number(other)) > 0.01 * Math.max(1, Math.abs(Number(other)))
        })
        expect(off).toEqual([])
      },
    )

    it('a slice of the minutes is the slice of the batch', async () => {
      const { totals } = await runQuery(context, store, {
        metrics: ['pv'],
        filters: [{ dimension: 'device', values: ['app'] }],
        ...DAY,
      })
      expect(sum(await minutes('pv', { device: ['app'] }))).toBe(totals.pv)
    })

    it('is the same before and after the parts are merged, and is then read from the minute sums', async () => {
      const before = [await minutes('pv'), await minutes('uv'), await minutes('trackedPaid')]
      await context.facts.command('OPTIMIZE TABLE events FINAL')
      expect([await minutes('pv'), await minutes('uv'), await minutes('trackedPaid')]).toEqual(before)
      const params = { store: 'live', ...DAY, fromMs: FROM.getTime(), toMs: TO.getTime() }
      const plan = await context.facts.query<{ explain: string }>(`EXPLAIN ${summedMinutesSql('uv', [])}`, params)
      expect(plan.map((row) => row.explain).join('\n')).toContain('minute_sums')
    })

    it('a ratio carries what it was divided by', async () => {
      const [cvr, uv] = [await minutes('cvr'), await minutes('uv')]
      expect(cvr.map((p) => p.sample)).toEqual(uv.map((p) => p.value ?? 0))
    })

    it('an unknown metric is refused in both languages', async () => {
      await expect(minutes('nonsense')).rejects.toMatchObject({ code: 'unknown_metric' })
    })
  })

  describe('events as they come', () => {
    it('[P9.02] a late event stands in the minute it happened in, a repeated one counts once', async () => {
      const sender = await addEventKey(app, context, 'track')
      const send = (...events: object[]) =>
        sender({ method: 'POST', url: '/v1/stores/track/events', payload: ndjson(events) })
      const at = '2026-11-10T11:58:30.000Z'
      await send(event('a'), event('b', { at }))
      await send(event('a'), event('b', { at }), event('c', { at, type: 'pay', amountCents: 990 }))
      const asked = { store: await getStore(context, 'track'), from: new Date('2026-11-10T11:58:00Z') }
      const read = (metric: string) => readMinutes(context, { ...asked, metric, to: new Date('2026-11-10T12:01:00Z') })
      expect((await read('pv')).map((p) => p.value)).toEqual([1, 0, 1])
      expect((await read('trackedPaid')).map((p) => p.value)).toEqual([990, 0, 0])
    })
  })
})
