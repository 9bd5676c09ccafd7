import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FactStore } from '../../../src/storage/facts/fact-store.ts'
import { FactStoreError } from '../../../src/storage/facts/fact-store-error.ts'
import { migrateFacts } from '../../../src/storage/facts/migrate-facts.ts'
import { FACT_MIGRATIONS } from '../../../src/storage/facts/migrations/index.ts'
import { createTestClock } from '../../support/test-context.ts'

export type OpenedFacts = { facts: FactStore; close(): Promise<void> }

const clock = createTestClock()
const rejectedCode = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (cause: unknown) => (cause instanceof FactStoreError ? cause.code : cause),
  )

const AWKWARD = [
  '',
  "it's",
  'back\\slash',
  'line\nbreak',
  'tab\there',
  '{x:String}',
  '-- no comment',
  '旗舰店 🎁 𠮷',
  'a\u0000b',
]

/** What every fact store must do, whichever engine stands behind it. */
export function describeFactStore(name: string, open: () => Promise<OpenedFacts>): void {
  describe(`fact store on ${name}`, () => {
    let opened: OpenedFacts
    let facts: FactStore
    let folder: string
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'zhanggui-facts-test-'))
      opened = await open()
      facts = opened.facts
    })
    afterAll(async () => {
      await opened?.close()
      await rm(folder, { recursive: true, force: true })
    })

    const createTable = async (table: string, columns: string): Promise<void> => {
      await facts.command(
        `CREATE TABLE ${facts.database}.${facts.localTable(table)}${facts.onCluster()} (${columns}) ENGINE = MergeTree ORDER BY tuple()`,
      )
      if (facts.cluster)
        await facts.command(
          `CREATE TABLE ${facts.database}.${table}${facts.onCluster()} AS ${facts.database}.${facts.localTable(table)} ENGINE = Distributed(${facts.cluster}, ${facts.database}, ${facts.localTable(table)}, rand())`,
        )
    }

    it('migrates from empty, and a second run changes nothing', async () => {
      expect(await migrateFacts(facts, clock)).toEqual(FACT_MIGRATIONS.map((m) => m.id))
      expect(await migrateFacts(facts, clock)).toEqual([])
    })

    it('finishes a migration that a crash cut short', async () => {
      const migration = {
        id: '9001',
        name: 'cut-short',
        statements: () => [
          `CREATE TABLE IF NOT EXISTS ${facts.database}.cut_a${facts.onCluster()} (x UInt8) ENGINE = MergeTree ORDER BY x`,
          `CREATE TABLE IF NOT EXISTS ${facts.database}.cut_b${facts.onCluster()} (x UInt8) ENGINE = MergeTree ORDER BY x`,
        ],
      }
      await facts.command(migration.statements()[0] ?? '')
      expect(await migrateFacts(facts, clock, [migration])).toEqual(['9001'])
      expect(await facts.query('SELECT count() AS n FROM cut_b')).toEqual([{ n: 0 }])
    })

    it('brings 64-bit integers back as numbers and absent values as null', async () => {
      const [row] = await facts.query(
        "SELECT toInt64(-9007199254740991) AS least, toUInt64(9007199254740991) AS most, count() AS n, NULL AS nothing, 0.1 AS rate, toDate('2026-11-11') AS day",
      )
      expect(row).toEqual({
        least: -9007199254740991,
        most: 9007199254740991,
        n: 1,
        nothing: null,
        rate: 0.1,
        day: '2026-11-11',
      })
    })

    it('binds every kind of value, and no value can leave its place', async () => {
      const rows = await facts.query('SELECT arrayJoin({texts:Array(String)}) AS text', { texts: AWKWARD })
      expect(rows.map((r) => r.text)).toEqual(AWKWARD)
      for (const text of AWKWARD)
        expect(await facts.query('SELECT {text:String} AS text', { text })).toEqual([{ text }])
      const [row] = await facts.query(
        "SELECT {yes:Bool} AS yes, {none:Nullable(String)} AS none, toString({hash:UInt64}) AS hash, {at:DateTime64(3, 'UTC')} AS at, {list:Array(UInt32)} AS list",
        { yes: true, none: null, hash: 18446744073709551615n, at: '2026-11-11 00:00:00.125', list: [1, 2] },
      )
      expect(row).toEqual({
        yes: true,
        none: null,
        hash: '18446744073709551615',
        at: '2026-11-11 00:00:00.125',
        list: [1, 2],
      })
    })

    it('binds in LIMIT, IN and table names', async () => {
      const rows = await facts.query(
        'SELECT number AS n FROM {table:Identifier}.numbers WHERE number IN {wanted:Array(UInt64)} LIMIT {limit:UInt32}',
        { table: 'system', wanted: [3, 5, 8], limit: 2 },
      )
      expect(rows).toEqual([{ n: 3 }, { n: 5 }])
    })

    it('keeps 19-digit order ids digit by digit', async () => {
      await createTable('ids', 'order_id String')
      await facts.command('INSERT INTO ids SELECT {id:String}', { id: '4711234567890123457' })
      expect(await facts.query('SELECT order_id FROM ids')).toEqual([{ order_id: '4711234567890123457' }])
    })

    it.each([
      ['CSV', '1,"旗舰店, ""双11""",\n2,plain,7\n'],
      ['TSV', '1\t旗舰店, "双11"\t\\N\n2\tplain\t7\n'],
      ['JSONEachRow', '{"id":1,"name":"旗舰店, \\"双11\\"","n":null}\n{"id":2,"name":"plain","n":7}\n'],
      ['JSONCompactEachRow', '[1,"旗舰店, \\"双11\\"",null]\n[2,"plain",7]\n'],
    ] as const)('ingests %s from a file and from a buffer alike', async (format, text) => {
      const table = `ingest_${format.toLowerCase()}`
      await createTable(table, 'id UInt32, name String, n Nullable(Int64), tag String')
      const path = join(folder, `${table}.txt`)
      await writeFile(path, text)
      for (const body of [{ path }, { data: Buffer.from(text) }])
        await facts.ingest({
          sql: (source) => `INSERT INTO ${table} SELECT id, name, n, {tag:String} FROM ${source}`,
          structure: 'id UInt32, name String, n Nullable(Int64)',
          format,
          body,
          params: { tag: "it's" },
        })
      const rows = await facts.query(`SELECT id, name, n, tag, count() AS times FROM ${table} GROUP BY ALL ORDER BY id`)
      expect(rows).toEqual([
        { id: 1, name: '旗舰店, "双11"', n: null, tag: "it's", times: 2 },
        { id: 2, name: 'plain', n: 7, tag: "it's", times: 2 },
      ])
    })

    it('ingests whole lines as they are', async () => {
      await createTable('lines', 'line String')
      const data = Buffer.from('a,"b\n\tc\\d\n中文\n')
      await facts.ingest({
        sql: (s) => `INSERT INTO lines SELECT line FROM ${s}`,
        structure: 'line String',
        format: 'LineAsString',
        body: { data },
      })
      expect((await facts.query('SELECT line FROM lines ORDER BY line')).map((r) => r.line)).toEqual([
        '\tc\\d',
        'a,"b',
        '中文',
      ])
    })

    it.each(['CSV', 'LineAsString'] as const)(
      'numbers the rows of %s as they stand in the body, whichever thread takes them',
      async (format) => {
        const table = `numbered_${format.toLowerCase()}`
        await createTable(table, 'id UInt64, row UInt64')
        await facts.ingest({
          sql: (source, rowNumber) => `INSERT INTO ${table} SELECT toUInt64(line), ${rowNumber} FROM ${source}`,
          structure: 'line String',
          format,
          body: { data: Buffer.from(Array.from({ length: 100_000 }, (_, i) => `${i}\n`).join('')) },
          settings: { max_block_size: 1000, max_insert_block_size: 1000, max_threads: 4 },
        })
        expect(await facts.query(`SELECT count() AS rows, countIf(id = row) AS right FROM ${table}`)).toEqual([
          { rows: 100_000, right: 100_000 },
        ])
      },
    )

    it('leaves nothing of an ingest that fails', async () => {
      await createTable('all_or_nothing', 'n UInt8')
      const ingest = facts.ingest({
        sql: (s) => `INSERT INTO all_or_nothing SELECT toUInt8(n) FROM ${s}`,
        structure: 'n String',
        format: 'CSV',
        body: { data: Buffer.from('1\n2\nx\n') },
      })
      expect(await rejectedCode(ingest)).toBe('CANNOT_PARSE_TEXT')
      expect(await facts.query('SELECT count() AS n FROM all_or_nothing')).toEqual([{ n: 0 }])
    })

    it('forgets the settings of a statement with the statement, also when it fails', async () => {
      const threads = () => facts.query<{ v: number }>("SELECT getSetting('max_result_rows') AS v")
      const before = await threads()
      expect(await facts.query("SELECT getSetting('max_result_rows') AS v", {}, { max_result_rows: 12345 })).toEqual([
        { v: 12345 },
      ])
      await rejectedCode(facts.query('SELECT number FROM numbers(10)', {}, { max_result_rows: 5 }))
      for (let i = 0; i < 12; i++) expect(await threads()).toEqual(before)
    })

    it('serves many readers beside a writer', async () => {
      await createTable('busy', 'n UInt64')
      const writes = Array.from({ length: 10 }, () =>
        facts.command(`INSERT INTO busy SELECT number FROM numbers({n:UInt32})`, { n: 1000 }),
      )
      const reads = Array.from({ length: 40 }, (_, i) =>
        facts.query('SELECT sum(number) AS s FROM numbers({n:UInt32})', { n: i + 1 }),
      )
      const sums = (await Promise.all(reads)).map(([row]) => row?.s)
      expect(sums).toEqual(Array.from({ length: 40 }, (_, i) => (i * (i + 1)) / 2))
      await Promise.all(writes)
      expect(await facts.query('SELECT count() AS n FROM busy')).toEqual([{ n: 10_000 }])
    })

    it.each([
      ['SELECT * FROM no_such_table', 'UNKNOWN_TABLE'],
      ['SELEC 1', 'SYNTAX_ERROR'],
      ['SELECT no_such_column', 'UNKNOWN_IDENTIFIER'],
      ["SELECT toUInt8('x')", 'CANNOT_PARSE_TEXT'],
    ])('answers %s with the code %s', async (sql, code) => {
      expect(await rejectedCode(facts.query(sql))).toBe(code)
    })

    it('names the statement but not its values in an error', async () => {
      const failing = facts.query('SELECT missing, {phone:String}', { phone: '13800138000' })
      const failure = await failing.catch((e: unknown) => e)
      expect(failure).toMatchObject({ code: 'UNKNOWN_IDENTIFIER', statement: 'SELECT missing, {phone:String}' })
      expect(inspect(failure, { depth: 9 })).not.toContain('13800138000')
    })

    it('deletes and optimises through the local table', async () => {
      await createTable('to_delete', 'n UInt8')
      await facts.command('INSERT INTO to_delete SELECT number FROM numbers(10)')
      await facts.command(`DELETE FROM ${facts.localTable('to_delete')}${facts.onCluster()} WHERE n < 4`)
      await facts.command(`OPTIMIZE TABLE ${facts.localTable('to_delete')}${facts.onCluster()} FINAL`)
      expect(await facts.query('SELECT count() AS n FROM to_delete')).toEqual([{ n: 6 }])
    })
  })
}
