import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEventIntake, type EventIntake } from '../../../src/modules/traffic/event-intake.ts'
import type { TestContext } from '../../support/test-context.ts'
import { event, ndjson } from './event-batches.ts'

const none = { duplicates: 0, late: 0, future: 0, rejected: [] }

/** What event intake must do on every fact store. The clock stands at 12:00 UTC on 10 November 2026. */
export function describeEventIntake(name: string, open: () => Promise<TestContext>): void {
  describe(`event intake on ${name}`, () => {
    let context: TestContext
    let intake: EventIntake
    let shops = 0
    beforeAll(async () => {
      context = await open()
      intake = createEventIntake(context)
    })
    afterAll(() => context?.close())

    const newShop = () => ({ id: `shop${++shops}`, timezone: 'Asia/Shanghai' })
    const stored = <T extends Record<string, unknown>>(store: string, columns: string): Promise<T[]> =>
      context.facts.query<T>(`SELECT ${columns} FROM events WHERE store = {store:String} ORDER BY at, row_key`, {
        store,
      })
    const count = async (store: string): Promise<number> => (await stored(store, '1 AS one')).length

    it('stores a batch and answers with its counts', async () => {
      const shop = newShop()
      const batch = ndjson([event('a'), event('b', { type: 'pay', amountCents: 19_900, quantity: 2 })])
      expect(await intake.ingest(shop, batch)).toEqual({ ...none, received: 2, accepted: 2 })
      const rows = await stored(shop.id, 'type, amount_cents, quantity, day, at, import_id, consent, received_at')
      expect(rows).toHaveLength(2)
      expect(rows).toContainEqual({
        type: 'pay',
        amount_cents: 19_900,
        quantity: 2,
        day: '2026-11-10',
        at: '2026-11-10 12:00:00.000',
        import_id: 0,
        consent: 1,
        received_at: '2026-11-10 12:00:00.000',
      })
    })

    it('puts an event on the business day of the shop', async () => {
      const shop = newShop()
      await intake.ingest(
        shop,
        ndjson([event('a', { at: '2026-11-09T16:30:00Z' }), event('b', { at: '2026-11-09T15:30:00Z' })]),
      )
      expect((await stored<{ day: string }>(shop.id, 'day')).map((r) => r.day)).toEqual(['2026-11-09', '2026-11-10'])
    })

    it('takes lists, objects of events and gzip', async () => {
      const shop = newShop()
      const bodies = [
        [Buffer.from(JSON.stringify([event('a')])), ''],
        [Buffer.from(JSON.stringify({ events: [event('b')] })), 'identity'],
        [gzipSync(ndjson([event('c'), event('d')])), 'gzip'],
      ] as const
      for (const [body, encoding] of bodies) await intake.ingest(shop, body, encoding)
      expect(await count(shop.id)).toBe(4)
    })

    it('counts an event id once: in a batch, across batches in flight, and against what is stored', async () => {
      const shop = newShop()
      expect(await intake.ingest(shop, ndjson([event('a'), event('b'), event('a')]))).toMatchObject({
        accepted: 2,
        duplicates: 1,
      })
      const flights = await Promise.all(
        Array.from({ length: 8 }, () => intake.ingest(shop, ndjson([event('b'), event('c'), event('d')]))),
      )
      expect(flights.reduce((sum, f) => sum + f.accepted, 0)).toBe(2)
      expect(flights.reduce((sum, f) => sum + f.duplicates, 0)).toBe(22)
      expect(await count(shop.id)).toBe(4)
      const again = createEventIntake(context)
      expect(await again.ingest(shop, ndjson([event('a'), event('e')]))).toMatchObject({ accepted: 1, duplicates: 1 })
      expect(await count(shop.id)).toBe(5)
    })

    it('knows a repeated event that was stamped anew past midnight', async () => {
      const shop = newShop()
      await intake.ingest(shop, ndjson([event('a', { at: '2026-11-09T15:59:59Z' })]))
      expect(await intake.ingest(shop, ndjson([event('a', { at: '2026-11-09T16:00:01Z' })]))).toMatchObject({
        duplicates: 1,
      })
    })

    it('the same event id in two shops is two events', async () => {
      const [one, two] = [newShop(), newShop()]
      for (const shop of [one, two])
        expect(await intake.ingest(shop, ndjson([event('a')]))).toMatchObject({ accepted: 1 })
      expect([await count(one.id), await count(two.id)]).toEqual([1, 1])
    })

    it('counts late events without the repeated ones, and refuses future ones', async () => {
      const shop = newShop()
      const late = event('late', { at: '2026-11-09T11:59:59.999Z' })
      const batch = [
        event('now'),
        late,
        late,
        event('edge', { at: '2026-11-09T12:00:00Z' }),
        event('ahead', { at: '2026-11-10T12:05:00.001Z' }),
      ]
      expect(await intake.ingest(shop, ndjson(batch))).toEqual({
        received: 5,
        accepted: 3,
        duplicates: 1,
        late: 1,
        future: 1,
        rejected: [expect.objectContaining({ index: 4, field: 'at', code: 'in_future' })],
      })
      expect(await intake.ingest(shop, ndjson([late]))).toEqual({ ...none, received: 1, accepted: 0, duplicates: 1 })
    })

    it('names bad events by position and stores the good ones', async () => {
      const shop = newShop()
      const lines = [
        JSON.stringify(event('a')),
        '{"id":',
        JSON.stringify({ ...event('c'), vistorId: 'x' }),
        JSON.stringify(event('d')),
      ]
      const result = await intake.ingest(shop, Buffer.from(lines.join('\n')))
      expect(result).toMatchObject({ received: 4, accepted: 2 })
      expect(result.rejected.map((r) => [r.index, r.code, r.field])).toEqual([
        [1, 'invalid_json', ''],
        [2, 'unknown_field', 'vistorId'],
      ])
      expect(await count(shop.id)).toBe(2)
    })

    it('keeps an event without consent in page counts only, without visitor, visit or search words', async () => {
      const shop = newShop()
      await intake.ingest(shop, ndjson([event('a', { consent: false, sessionId: 's', query: '面膜', page: 'list' })]))
      const rows = await stored(
        shop.id,
        'toString(visitor) AS visitor, toString(session) AS session, query, page, consent',
      )
      expect(rows).toEqual([{ visitor: '0', session: '0', query: '', page: 'list', consent: 0 }])
    })

    it('keeps visitors as hashes of the shop and masks personal data in search words', async () => {
      const [one, two] = [newShop(), newShop()]
      const person = { visitorId: '13800138000', query: '13800138000 面膜 a@b.com' }
      for (const shop of [one, two]) await intake.ingest(shop, ndjson([event('a', person), event('b', person)]))
      const visitors = async (shop: string) =>
        (await stored<{ v: string }>(shop, 'toString(visitor) AS v')).map((r) => r.v)
      const [first, second] = [await visitors(one.id), await visitors(two.id)]
      expect(new Set(first).size).toBe(1)
      expect(first[0]).not.toBe('0')
      expect(first[0]).not.toBe(second[0])
      const [row] = await stored(one.id, '*')
      expect(JSON.stringify(row)).not.toMatch(/13800138000|a@b\.com/)
      expect(row).toMatchObject({ query: '*** 面膜 ***' })
    })

    it.each([
      ['a body that is not gzip', Buffer.from('x'), 'gzip', 'invalid_request'],
      ['an unknown encoding', Buffer.from('x'), 'br', 'invalid_request'],
      ['a body that is not UTF-8', Buffer.from([0xff, 0xfe, 0x7b]), '', 'invalid_request'],
      ['a broken list', Buffer.from('[{]'), '', 'invalid_json'],
      ['a zip bomb', gzipSync(Buffer.alloc(64 << 20)), 'gzip', 'payload_too_large'],
    ])('refuses %s as a whole', async (_, body, encoding, code) => {
      await expect(intake.ingest(newShop(), body, encoding)).rejects.toMatchObject({ code })
    })

    it('asks senders to come back when too much waits', async () => {
      const shop = newShop()
      const narrow = createEventIntake(context, { groupEvents: 1, groupPauseMs: 0, batchEvents: 10, waitingEvents: 1 })
      const sent = Array.from({ length: 4 }, (_, i) => narrow.ingest(shop, ndjson([event(`${i}`)])))
      await new Promise((resolve) => setImmediate(resolve))
      await expect(narrow.ingest(shop, ndjson([event('one too many')]))).rejects.toMatchObject({ code: 'intake_busy' })
      await Promise.all(sent)
      expect(await count(shop.id)).toBe(4)
    })

    it('a batch whose answer was lost can be sent again: nothing is missing, nothing is doubled', async () => {
      const shop = newShop()
      let failures = 1
      const facts: TestContext['facts'] = {
        ...context.facts,
        async command(sql, params, settings) {
          await context.facts.command(sql, params, settings)
          if (sql.startsWith('INSERT INTO events (') && failures-- > 0) throw new Error('connection lost')
        },
      }
      const shaky = createEventIntake({ ...context, facts })
      const batch = ndjson([event('a'), event('b')])
      await expect(shaky.ingest(shop, batch)).rejects.toMatchObject({ code: 'events_not_stored' })
      expect(await shaky.ingest(shop, batch)).toMatchObject({ accepted: 0, duplicates: 2 })
      expect(await count(shop.id)).toBe(2)
    })

    it('answers a batch without good events', async () => {
      expect(await intake.ingest(newShop(), Buffer.from(''))).toEqual({ ...none, received: 0, accepted: 0 })
    })

    it('keeps awkward text as it was sent', async () => {
      const shop = newShop()
      const words = ["it's", 'a\\b', 'tab\tnew\nline', '"quoted"', '𠮷🎁', '{x:String}']
      await intake.ingest(shop, ndjson(words.map((w, i) => event(`${i}`, { category: w }))))
      expect((await stored<{ c: string }>(shop.id, 'category AS c')).map((r) => r.c).toSorted()).toEqual(
        words.toSorted(),
      )
    })
  })
}
