import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErasureReport, PersonExport, Store } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { erasePerson } from '../../../src/modules/admin/people/erase-person.ts'
import { exportPerson, personCsv } from '../../../src/modules/admin/people/export-person.ts'
import { notedBackup } from '../../../src/modules/admin/people/known-backups.ts'
import { hashPerson } from '../../../src/modules/admin/people/person-hash.ts'
import { listRetention, runRetention, setRetention } from '../../../src/modules/admin/people/retention.ts'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { verifyAudit } from '../../../src/modules/admin/verify-audit.ts'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { receiveUpload } from '../../../src/modules/data/uploads.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { createEventIntake } from '../../../src/modules/traffic/event-intake.ts'
import type { TestContext } from '../../support/test-context.ts'

/** Who wants to be forgotten: a nick with all that a nick may hold, and a visitor id that has nothing to do with it. */
const NICK = 'tb_李雷 1989'
const VISITOR = 'visitor-4711'
const OTHER = 'tb_韩梅梅'

const ORDERS = [
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货地址,订单创建时间,订单付款时间,宝贝标题',
  `1001,${NICK},100.00,100.00,交易成功,浙江省 杭州市 西湖区,2026-01-05 10:00:00,2026-01-05 10:05:00,面霜`,
  `1002,${OTHER},50.00,50.00,交易成功,浙江省 杭州市 西湖区,2026-01-06 10:00:00,2026-01-06 10:05:00,面霜`,
  `1003,${NICK},30.00,30.00,交易成功,浙江省 杭州市 西湖区,2026-02-05 10:00:00,2026-02-05 10:05:00,发膜`,
  // The nick stands where the amount should: the refused cell is quoted in the quarantine file.
  `1004,${OTHER},${NICK},10.00,交易成功,浙江省 杭州市,2026-02-06 10:00:00,2026-02-06 10:05:00,发膜`,
].join('\n')

/** A customer and day is one order here: order numbers are made of the person's hash. */
const PURCHASES = [
  'customer_id,date,number_of_cds,dollar_value',
  `${NICK},19970101,1,11.77`,
  `77,19970112,1,12.00`,
].join('\n')

const REVIEWS = [
  '评价ID,昵称,评价时间,评分,评价内容,商品ID',
  `r1,${NICK},2026-01-08 10:00:00,5,很好用,i1`,
  `r2,${OTHER},2026-01-09 10:00:00,2,一般,i1`,
].join('\n')

const MEMBERS = ['会员ID,入会时间,会员等级', `${NICK},2025-11-01,金卡`, `${OTHER},2026-01-02,银卡`].join('\n')

const event = (id: string, visitorId: string, type: string) => ({
  id,
  visitorId,
  sessionId: `session of ${visitorId}`,
  type,
  at: '2026-02-05T02:00:00.000Z',
  itemId: 'i1',
  query: `${visitorId} 面霜`,
})
const EVENTS = [event('e1', VISITOR, 'view'), event('e2', VISITOR, 'cart'), event('e3', 'someone-else', 'view')].map(
  (e) => JSON.stringify(e),
)

/** Every text and number that any table of facts or records holds, of the engine's own tables for parts and mutations too. */
async function everythingStored({ facts, records }: TestContext): Promise<string[]> {
  const texts: string[] = []
  const tables = await facts.query<{ name: string }>(
    'SELECT name FROM system.tables WHERE database = {database:String} ORDER BY name',
    { database: facts.database },
  )
  for (const { name } of tables)
    for (const row of await facts.query(`SELECT toString(tuple(*)) AS text FROM \`${name}\``))
      texts.push(String(row.text))
  for (const row of await facts.query('SELECT toString(tuple(*)) AS text FROM system.mutations'))
    texts.push(String(row.text))
  const stored = await records.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  )
  for (const { name } of stored)
    for (const row of await records.query<{ text: string }>(`SELECT t::text AS text FROM "${name}" AS t`))
      texts.push(row.text)
  return texts
}

/** Every file of the home folder, but the fact engine's parts, whose rows are read above. */
async function everyFile(home: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(home, { withFileTypes: true, recursive: true })
  const paths = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name))
  const read = async (path: string) => ({ path, bytes: await readFile(path) })
  // Records are checked table by table; their files keep the dead versions of rows until they are reused.
  return Promise.all(paths.filter((p) => !p.includes('/records/')).map(read))
}

export function describeErasing(name: string, open: () => Promise<TestContext>): void {
  describe(`people on ${name}`, () => {
    let context: TestContext
    let store: Store
    let folder: string
    let hashes: string[]
    let report: ErasureReport
    const totals: Record<string, unknown>[] = []

    const figures = async () => {
      const money = await runQuery(context, store, {
        metrics: ['paid', 'orders', 'gmv', 'unitsSold', 'pv', 'cartUnits'].slice(0, 5),
        by: ['month'],
      })
      const voice = await runQuery(context, store, { metrics: ['reviews', 'reviewScore', 'newMembers'] })
      return { money: money.rows, total: money.totals, voice: voice.totals }
    }
    /** Visitors as the sums by visitor and day have them. */
    const summedVisitors = async () => {
      const rows = await context.facts.query<{ visitor: string }>(
        `SELECT toString(visitor) AS visitor FROM (
  SELECT store, day, type, channel, device, province, campaign, visitor, count() FROM events
  GROUP BY store, day, type, channel, device, province, campaign, visitor)
SETTINGS optimize_use_projections = 1`,
      )
      return rows.map((row) => row.visitor)
    }
    const importFile = async (file: string, text: string, format?: string) => {
      const path = join(folder, file)
      await writeFile(path, text)
      const job = await runImport(context, { store: store.id, files: [{ path }], format, actor: 'test' })
      return { accepted: job.accepted, updated: job.updated, duplicates: job.duplicates, rejected: job.rejected }
    }
    const importAll = async () => [
      await importFile('orders.csv', ORDERS),
      await importFile('cdnow.csv', PURCHASES, 'cdnow_master'),
      await importFile('reviews.csv', REVIEWS, 'feedback'),
      await importFile('members.csv', MEMBERS),
    ]

    beforeAll(async () => {
      context = await open()
      folder = join(context.settings.home, '..', `originals-${process.pid}`)
      await mkdir(folder, { recursive: true })
      store = await createStore(context, { id: 'shop', name: '店' }, { actor: 'test' })
      hashes = [hashPerson(context, store.id, NICK).hash, hashPerson(context, store.id, VISITOR).hash]
    })
    afterAll(() => context?.close())

    const found = (texts: readonly string[]): string[] =>
      texts.filter((text) => [NICK, VISITOR, ...hashes].some((trace) => text.includes(trace)))

    test('[P13.09] a person can have everything that is kept of them, and nothing of anybody else', async () => {
      expect(await importAll()).toEqual([
        { accepted: 3, updated: 0, duplicates: 0, rejected: 1 },
        { accepted: 2, updated: 0, duplicates: 0, rejected: 0 },
        { accepted: 2, updated: 0, duplicates: 0, rejected: 0 },
        { accepted: 2, updated: 0, duplicates: 0, rejected: 0 },
      ])
      const intake = createEventIntake(context)
      expect((await intake.ingest(store, Buffer.from(EVENTS.join('\n')))).accepted).toBe(3)
      const person: PersonExport = await exportPerson(
        context,
        store,
        { identifiers: [NICK, VISITOR] },
        { actor: 'test' },
      )
      const rows = Object.fromEntries(person.tables.map((t) => [t.table, t.rows]))
      expect(rows.order_lines?.map((r) => r.order_id).slice(1)).toEqual(['1001', '1003'])
      expect(rows.events?.map((r) => r.type).toSorted()).toEqual(['cart', 'view'])
      expect(rows.feedback?.map((r) => r.text)).toEqual(['很好用'])
      expect(personCsv(person)).toContain('"feedback","1","text","很好用"')
    })

    test('an erasure waits for nobody who is still importing, and its reason names nobody', async () => {
      const ask = (reason: string) => erasePerson(context, store, { identifiers: [NICK], reason }, { actor: 'test' })
      await expect(ask(`顾客 ${NICK} 要求`)).rejects.toMatchObject({ code: 'invalid_request' })
      await context.records.query(`UPDATE imports SET state = 'interrupted' WHERE id = 1`)
      await expect(ask('顾客要求')).rejects.toMatchObject({ code: 'imports_open', facts: { imports: '1' } })
      await context.records.query(`UPDATE imports SET state = 'done' WHERE id = 1`)
    })

    test('[P13.09] deletion removes a person from every store, and every figure of money and counts stays', async () => {
      const { home } = context.settings
      async function* parts() {
        const { Readable } = await import('node:stream')
        yield {
          filename: 'orders.csv',
          file: Object.assign(Readable.from([Buffer.from(ORDERS)]), { truncated: false }),
        }
      }
      await receiveUpload(home, store.id, parts())
      const backupFile = join(folder, `before-${Date.now()}.tar`)
      await notedBackup(context, backupFile, { actor: 'test' })
      totals.push(await figures())
      expect(found(await everythingStored(context)).length).toBeGreaterThan(0)
      // The sums beside the events are made when parts are merged.
      const { facts } = context
      await facts.command(`OPTIMIZE TABLE ${facts.localTable('events')}${facts.onCluster()} FINAL`)
      expect(await summedVisitors()).toContain(hashes[1])
      report = await erasePerson(
        context,
        store,
        { identifiers: [NICK, VISITOR], reason: '本人书面要求' },
        { actor: 'user:1' },
      )
      expect(report.tables.map((t) => [t.table, t.detached])).toEqual([
        ['events', 2],
        ['order_lines', 3],
        ['feedback', 1],
        ['members', 1],
      ])
      expect(report.files.map((f) => f.done).toSorted()).toEqual(['masked', 'removed'])
      expect(report.backups).toEqual([{ file: backupFile, madeAt: expect.any(String), present: true }])
      expect(report.originals.map((path) => path.split('/').at(-1))).toEqual([
        'cdnow.csv',
        'members.csv',
        'orders.csv',
        'reviews.csv',
      ])
      expect(found(await everythingStored(context))).toEqual([])
      expect(await summedVisitors()).not.toContain(hashes[1])
      totals.push(await figures())
      expect(totals[1]).toEqual(totals[0])
    })

    test('[P13.09] no file of the installation names the person either', async () => {
      const files = await everyFile(context.settings.home)
      const traces = [NICK, VISITOR, ...hashes].map((text) => Buffer.from(text))
      const binary = hashes.map((hash) => {
        const bytes = Buffer.alloc(8)
        bytes.writeBigUInt64LE(BigInt(hash))
        return bytes
      })
      const replaced = await context.facts.query<{ path: string }>('SELECT path FROM system.parts WHERE NOT active')
      // The engine itself deletes the files of replaced parts within some minutes.
      const dead = replaced.map(({ path }) => path)
      const living = files.filter(({ path }) => !dead.some((part) => path.startsWith(part)))
      const holders = living.filter(({ bytes }) => [...traces, ...binary].some((trace) => bytes.includes(trace)))
      expect(holders.map(({ path }) => path)).toEqual([])
    })

    test('[P13.09] what arrives later is taken in without the person, and what was there is known', async () => {
      expect((await importAll()).map((c) => [c.accepted, c.updated])).toEqual([
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ])
      const more = `${ORDERS.split('\n')[0]}\n1009,${NICK},20.00,20.00,交易成功,浙江省 杭州市,2026-03-05 10:00:00,2026-03-05 10:05:00,面霜`
      expect(await importFile('march.csv', more)).toMatchObject({ accepted: 1 })
      const intake = createEventIntake(context)
      const again = [...EVENTS, JSON.stringify(event('e9', VISITOR, 'view'))]
      expect(await intake.ingest(store, Buffer.from(again.join('\n')))).toMatchObject({ accepted: 1, duplicates: 3 })
      expect(found(await everythingStored(context))).toEqual([])
      const { totals: now } = await runQuery(context, store, {
        metrics: ['paid', 'buyers', 'pv', 'uv'],
        from: '2026-01-01',
      })
      expect(now).toEqual({ paid: 20000, buyers: 1, pv: 3, uv: 1 })
    })

    test('[P13.09] the trail keeps who erased whom under another hash and why, and stays intact', async () => {
      const entries = await context.records.query<{ subject: string; actor: string; reason: string }>(
        `SELECT subject, actor, reason FROM admin_audit WHERE action = 'erase' ORDER BY sequence`,
      )
      expect(entries).toEqual(
        report.people.map((p) => ({ subject: `people/${p}`, actor: 'user:1', reason: '本人书面要求' })),
      )
      expect(await verifyAudit(context)).toMatchObject({ intact: true })
    })

    test('erasing again finds nothing', async () => {
      const again = await erasePerson(context, store, { identifiers: [NICK], reason: '再次' }, { actor: 'test' })
      expect(again.tables.map((t) => t.detached)).toEqual([0, 0, 0, 0])
    })

    test('[P13.09] each table says what it keeps people for; after the shop’s retention they go, and figures stay', async () => {
      context.clock.set('2026-04-10T04:00:00.000Z')
      const rules = await listRetention(context, store.id)
      expect(rules.map((r) => [r.table, r.effect, r.days])).toEqual([
        ['events', 'remove', null],
        ['order_lines', 'detach', null],
        ['feedback', 'detach', null],
        ['members', 'detach', null],
      ])
      expect(rules.every((r) => r.purposeZh !== '' && r.purposeEn !== '')).toBe(true)
      for (const table of ['events', 'order_lines'])
        await setRetention(context, store.id, { table, days: 60, reason: '制度' }, { actor: 'test' })
      const before = await figures()
      const dry = await runRetention(context, store, { apply: false, actor: 'test' })
      expect(dry.tables.map((t) => [t.table, t.before, t.rows])).toEqual([
        ['events', '2026-02-09', 1],
        ['order_lines', '2026-02-09', 2],
      ])
      expect(await figures()).toEqual(before)
      await runRetention(context, store, { apply: true, actor: 'test' })
      const after = await runRetention(context, store, { apply: false, actor: 'test' })
      expect(after.tables.map((t) => t.rows)).toEqual([0, 0])
      expect((await figures()).total).toMatchObject({ paid: (before.total as { paid: number }).paid })
      const { totals: known } = await runQuery(context, store, { metrics: ['buyers', 'pv'] })
      expect(known).toEqual({ buyers: null, pv: 2 })
    })
  })
}
