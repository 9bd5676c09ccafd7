import type { LiveBoard, LiveTop, Store } from '@zhanggui/contract'
import { parseDay } from '@zhanggui/kernel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { keepHourTop } from '../../../src/modules/live/board/hour-top.ts'
import { readMinutes } from '../../../src/modules/live/minutes/read-minutes.ts'
import { summedMinutesSql } from '../../../src/modules/live/minutes/summed-minutes-sql.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addEventKey, addPerson, type Person } from '../../support/test-people.ts'
import { event, ndjson } from '../traffic/event-batches.ts'
import { openStream, ownerCookie } from './open-stream.ts'
import { loadSimulatedDays } from './simulated-day.ts'

const DAY = { from: '2025-11-11', to: '2025-11-12' }
const FROM = new Date('2025-11-10T16:00:00.000Z')
const TO = new Date('2025-11-11T16:00:00.000Z')

describe('the live figures of a shop', () => {
  let context: TestContext
  let app: FastifyInstance
  let owner: Person
  let store: Store

  beforeAll(async () => {
    ;({ context, app, owner } = await openTestApp({ stores: ['live', 'track'] }))
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
      const params = { store: 'live', ...DAY, fromMs: FROM.getTime(), toMs: TO.getTime(), slice0: ['app'] }
      const planOf = async (dimensions: string[]): Promise<string> => {
        const sql = `EXPLAIN ${summedMinutesSql('uv', dimensions)}`
        return (await context.facts.query<{ explain: string }>(sql, params)).map((row) => row.explain).join('\n')
      }
      expect(await planOf([])).toContain('minute_visitors')
      expect(await planOf(['device'])).toContain('minute_sums')
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

  describe('the board', () => {
    const readBoard = async (at?: string): Promise<LiveBoard> => {
      const url = `/v1/stores/live/live/board${at ? `?at=${encodeURIComponent(at)}` : ''}`
      const answer = await owner({ method: 'GET', url })
      expect(answer.statusCode).toBe(200)
      return answer.json()
    }

    it('[P9.14] its figures are those that a query of the day answers', async () => {
      context.clock.set('2025-11-11T15:59:59.000Z')
      const board = await readBoard()
      const metrics = ['paid', 'orders', 'buyers', 'unitsSold', 'uv', 'pv', 'aov', 'cvr', 'bounceRate', 'spend', 'roi']
      const { totals } = await runQuery(context, store, { metrics, ...DAY })
      expect(board.basis).toBe('orders')
      expect(board.figures).toMatchObject({
        paidCents: totals.paid,
        orders: totals.orders,
        buyers: totals.buyers,
        units: totals.unitsSold,
        uv: totals.uv,
        pv: totals.pv,
        aovCents: totals.aov,
        cvr: totals.cvr,
        bounceRate: totals.bounceRate,
        spendCents: totals.spend,
        roi: totals.roi,
      })
      expect(board.minutes.paidCents.reduce((a, b) => a + b, 0)).toBe(totals.paid)
    })

    it('[P9.06] a past instant shows what was in by then, and nothing that came later', async () => {
      const board = await readBoard('2025-11-11T20:30:00+08:00')
      const cut = `'2025-11-11 12:30:00'`
      const [row] = await context.facts.query<{ cents: number; pv: number }>(
        `SELECT
  (SELECT sum(paid_cents) FROM order_lines FINAL WHERE store = 'live' AND paid_day = '2025-11-11' AND paid_at < ${cut} AND kind = 'sale') AS cents,
  (SELECT count() FROM events WHERE store = 'live' AND day = '2025-11-11' AND type = 'view' AND at < ${cut}) AS pv`,
      )
      expect(board).toMatchObject({ replay: true, minute: 1230, day: '2025-11-11' })
      expect([board.figures.paidCents, board.figures.pv]).toEqual([row?.cents, row?.pv])
      expect(board.minutes.paidCents).toHaveLength(1230)
    })

    it('[P9.06] the race is run for the target that the room sets, and is in the audit trail', async () => {
      context.clock.set('2025-11-11T15:59:59.000Z')
      const put = (cents: number | null) =>
        owner({ method: 'PUT', url: '/v1/stores/live/live/target', payload: { day: '2025-11-11', cents } })
      expect((await put(100_000_000)).statusCode).toBe(204)
      const { pace, figures } = await readBoard()
      expect(pace).toMatchObject({ targetCents: 100_000_000, targetFrom: 'set' })
      expect(pace?.reached).toBeCloseTo((figures.paidCents ?? 0) / 100_000_000)
      const trail = await owner({ method: 'GET', url: '/v1/stores/live/audit' })
      expect(trail.body).toContain('live-targets/2025-11-11')
      expect((await put(null)).statusCode).toBe(204)
      expect((await readBoard()).pace).toBeNull()
    })

    it('[P5.22] an item at risk names what can stand in: same category, in stock', async () => {
      const { stock } = await readBoard('2025-11-11T22:00:00+08:00')
      const shelf = await context.facts.query<{ item: string; category: string }>(
        "SELECT item_id AS item, any(category) AS category FROM items FINAL WHERE store = 'live' GROUP BY item_id",
      )
      const categoryOf = new Map(shelf.map((row) => [row.item, row.category]))
      for (const row of stock)
        for (const other of row.substitutes) expect(categoryOf.get(other.item)).toBe(categoryOf.get(row.item))
    })

    it('[P9.04] a list that was shown stays as it was; what late events change about it is told', async () => {
      const hour = { day: parseDay('2026-11-10'), hour: 19 }
      context.clock.set('2026-11-10T12:00:30.000Z')
      const tracked = await getStore(context, 'track')
      await keepHourTop(context, tracked, hour)
      const sender = await addEventKey(app, context, 'track')
      const late = event('late', {
        at: '2026-11-10T11:59:00.000Z',
        type: 'pay',
        itemId: 'i2',
        quantity: 3,
        amountCents: 5000,
      })
      const early = event('early', {
        at: '2026-11-10T11:30:00.000Z',
        type: 'pay',
        itemId: 'i1',
        quantity: 1,
        amountCents: 900,
      })
      await sender({ method: 'POST', url: '/v1/stores/track/events', payload: ndjson([early]) })
      await keepHourTop(context, tracked, hour)
      await sender({ method: 'POST', url: '/v1/stores/track/events', payload: ndjson([late]) })
      await keepHourTop(context, tracked, hour)
      const answer = await owner({ method: 'GET', url: '/v1/stores/track/live/top?day=2026-11-10&hour=19' })
      const { items, shownAt } = answer.json<LiveTop>()
      expect(shownAt).not.toBeNull()
      expect(items.map(({ item, shown, now, changed }) => [item, shown?.rank, now?.rank, changed])).toEqual([
        ['i2', undefined, 1, true],
        ['i1', 1, 2, true],
      ])
    })
  })

  describe('the stream', () => {
    let address: string
    let cookie: string
    beforeAll(async () => {
      address = await app.listen({ host: '127.0.0.1', port: 0 })
      cookie = await ownerCookie(app)
    })

    it('[P9.14] one reckoning serves fifty pages, and an event is on all of them within two seconds', async () => {
      context.clock.set('2026-11-10T12:00:40.000Z')
      const sender = await addEventKey(app, context, 'track')
      const pages = await Promise.all(
        Array.from({ length: 50 }, () => openStream(`${address}/v1/stores/track/live/stream`, { cookie })),
      )
      const boards = await Promise.all(pages.map((page) => page.next('board')))
      const seen = boards.map((b) => (b.data as LiveBoard).figures.events)
      const query = context.facts.query
      let asked = 0
      Object.assign(context.facts, {
        query: (...given: Parameters<typeof query>) => {
          asked++
          return query(...given)
        },
      })
      const startedAt = performance.now()
      await sender({ method: 'POST', url: '/v1/stores/track/events', payload: ndjson([event('now')]) })
      const changes = await Promise.all(pages.map((page) => page.next('change')))
      Object.assign(context.facts, { query })
      expect(performance.now() - startedAt).toBeLessThan(process.env.CI ? 6000 : 4000)
      for (const [i, change] of changes.entries())
        expect((change.data as Partial<LiveBoard>).figures?.events).toBe((seen[i] ?? 0) + 1)
      // Some looks of some questions each, whatever the number of pages: fifty pages of their own would ask a thousand.
      expect(asked).toBeLessThan(150)
      for (const page of pages) page.close()
    })

    it('a page that comes back is told what it missed; one from another process starts anew', async () => {
      const url = `${address}/v1/stores/track/live/stream`
      const first = await openStream(url, { cookie })
      const { id } = await first.next('board')
      first.close()
      const sender = await addEventKey(app, context, 'track')
      const watching = await openStream(url, { cookie })
      await watching.next('board')
      await sender({ method: 'POST', url: '/v1/stores/track/events', payload: ndjson([event('missed')]) })
      await watching.next('change')
      watching.close()
      const back = await openStream(url, { cookie, lastId: id })
      expect((await back.next()).event).toBe('change')
      back.close()
      const stranger = await openStream(url, { cookie, lastId: 'other-7' })
      expect((await stranger.next()).event).toBe('board')
      stranger.close()
    })

    it('is for people of the shop only', async () => {
      const service = await addPerson(app, owner, { store: 'live', role: 'service' })
      const cases = [
        [await app.inject({ method: 'GET', url: '/v1/stores/live/live/stream' }), 401],
        [await service({ method: 'GET', url: '/v1/stores/track/live/stream' }), 404],
        [await service({ method: 'GET', url: '/v1/stores/track/live/board' }), 404],
      ] as const
      for (const [answer, status] of cases) expect(answer.statusCode).toBe(status)
      // Who does not ask for a stream is given the board, and the end.
      const once = await owner({ method: 'GET', url: '/v1/stores/track/live/stream' })
      expect(once.headers['content-type']).toContain('text/event-stream')
      expect(once.body).toContain('event: board')
    })
  })
})
