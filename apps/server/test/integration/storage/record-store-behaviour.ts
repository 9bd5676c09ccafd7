import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installation } from '../../../src/storage/records/installation-schema.ts'
import { migrateRecords } from '../../../src/storage/records/migrate-records.ts'
import { RECORD_MIGRATIONS } from '../../../src/storage/records/migrations/index.ts'
import type { RecordStore } from '../../../src/storage/records/record-store.ts'
import { createTestClock } from '../../support/test-context.ts'

export type OpenedRecords = { records: RecordStore; close(): Promise<void> }

const clock = createTestClock()
const at = clock.now()

/** What every record store must do, whichever database stands behind it. */
export function describeRecordStore(name: string, open: () => Promise<OpenedRecords>): void {
  describe(`record store on ${name}`, () => {
    let opened: OpenedRecords
    let records: RecordStore
    beforeAll(async () => {
      opened = await open()
      records = opened.records
    })
    afterAll(() => opened?.close())

    const put = (key: string, value: unknown): Promise<unknown> =>
      records.db.insert(installation).values({ key, value, changedAt: at })
    const storedValue = async (key: string): Promise<unknown> =>
      (await records.db.select().from(installation).where(eq(installation.key, key)))[0]?.value

    it('migrates from empty in order, and a second run changes nothing', async () => {
      const ids = RECORD_MIGRATIONS.map((m) => m.id)
      expect(await migrateRecords(records, clock)).toEqual(ids.toSorted())
      expect(await migrateRecords(records, clock)).toEqual([])
      const rows = await records.query<{ id: string; applied_at: Date }>('SELECT * FROM schema_migrations ORDER BY id')
      expect(rows.map((r) => r.id)).toEqual(ids.toSorted())
      expect(rows[0]?.applied_at).toEqual(at)
    })

    it('numbers no two migrations alike', () => {
      const ids = RECORD_MIGRATIONS.map((m) => m.id)
      expect(new Set(ids).size).toBe(ids.length)
    })

    it('applies a migration once when two servers start together', async () => {
      const once = { id: '9001', name: 'once', statements: ['CREATE TABLE once (n int)'] }
      const both = await Promise.all([migrateRecords(records, clock, [once]), migrateRecords(records, clock, [once])])
      expect(both.flat()).toEqual(['9001'])
    })

    it('leaves nothing of a migration that fails half way', async () => {
      const bad = { id: '9002', name: 'bad', statements: ['CREATE TABLE half (n int)', 'SELECT no_such_column'] }
      await expect(migrateRecords(records, clock, [bad])).rejects.toThrow()
      expect(await records.query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }])
      const good = { ...bad, statements: ['CREATE TABLE half (n int)'] }
      expect(await migrateRecords(records, clock, [good])).toEqual(['9002'])
    })

    it.each([
      ['Chinese and emoji', '旗舰店 🎁 𠮷'],
      ['quotes and backslashes', 'it\'s \\ "x" $1'],
      ['nesting and null', { list: [1, null, { deep: '深' }] }],
      ['a 19-digit id as text', { orderId: '4711234567890123457' }],
    ])('gives back %s as it was put', async (key, value) => {
      await put(key, value)
      expect(await storedValue(key)).toEqual(value)
    })

    it('keeps instants to the millisecond', async () => {
      await put('instant', 1)
      const [row] = await records.db.select().from(installation).where(eq(installation.key, 'instant'))
      expect(row?.changedAt).toEqual(at)
    })

    it('gives 64-bit integers as text, never rounded', async () => {
      expect(await records.query('SELECT $1::int8 AS id', ['9223372036854775807'])).toEqual([
        { id: '9223372036854775807' },
      ])
    })

    it('rolls a transaction back whole when its work fails', async () => {
      const work = records.transaction(async (tx) => {
        await tx.insert(installation).values({ key: 'rolled-back', value: 1, changedAt: at })
        throw new Error('no')
      })
      await expect(work).rejects.toThrow('no')
      expect(await storedValue('rolled-back')).toBeUndefined()
    })

    it('lets no concurrent increment get lost', async () => {
      await put('counter', 0)
      const increment = (): Promise<void> =>
        records.transaction(async (tx) => {
          const [row] = await tx.select().from(installation).where(eq(installation.key, 'counter')).for('update')
          await tx
            .update(installation)
            .set({ value: Number(row?.value) + 1 })
            .where(eq(installation.key, 'counter'))
        })
      await Promise.all(Array.from({ length: 20 }, increment))
      expect(await storedValue('counter')).toBe(20)
    })

    it('names a broken rule by its SQLSTATE', async () => {
      await put('twice', 1)
      await expect(records.query("INSERT INTO installation VALUES ('twice', '1', now())")).rejects.toMatchObject({
        code: '23505',
      })
    })

    it('answers a statement that comes again and again each time from the rows as they are', async () => {
      const sql = "SELECT value->>'n' AS n, changed_at, $2::int8 AS big, NULL AS none FROM installation WHERE key = $1"
      for (let n = 1; n <= 12; n++) {
        await records.query(
          'INSERT INTO installation VALUES ($1, $2, $3) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
          ['again', JSON.stringify({ n }), at],
        )
        const big = `${9_007_199_254_740_993n + BigInt(n)}`
        expect(await records.query(sql, ['again', big])).toEqual([{ n: `${n}`, changed_at: at, big, none: null }])
      }
      expect(await records.query(sql, ['nobody', 1])).toEqual([])
    })

    it('runs a statement that broke a rule again as if it never had, inside a transaction and outside', async () => {
      const add = (key: string) => records.query("INSERT INTO installation VALUES ($1, '1', now())", [key])
      for (const key of ['rule-a', 'rule-b', 'rule-c']) {
        await add(key)
        await expect(add(key)).rejects.toMatchObject({ code: '23505' })
        const inside = records.transaction(async (tx) => {
          await tx.insert(installation).values({ key: `${key}-inside`, value: 1, changedAt: at })
          await tx.insert(installation).values({ key, value: 1, changedAt: at })
        })
        await expect(inside).rejects.toThrow()
        expect(await storedValue(`${key}-inside`)).toBeUndefined()
        expect(await storedValue(key)).toBe(1)
      }
    })

    it('a statement that came often follows its table when columns change', async () => {
      await records.query('CREATE TABLE changing (id int, word text)')
      await records.query("INSERT INTO changing VALUES (1, '7')")
      const read = () => records.query('SELECT * FROM changing WHERE id = $1', [1])
      for (let n = 0; n < 8; n++) expect(await read()).toEqual([{ id: 1, word: '7' }])
      await records.query('ALTER TABLE changing ALTER word TYPE int USING word::int, ADD more text')
      for (let n = 0; n < 3; n++) expect(await read()).toEqual([{ id: 1, word: 7, more: null }])
      await records.query('DROP TABLE changing')
      await expect(read()).rejects.toMatchObject({ code: '42P01' })
    })
  })
}
