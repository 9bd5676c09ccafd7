import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlanDetail, PlanTableResult, TableRow } from '@zhanggui/contract'
import { encodeGbk } from '@zhanggui/text'
import excel from 'exceljs'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readGrids } from '../../../src/modules/goals/table/read-grids.ts'
import { fillDossier } from '../../support/fill-dossier.ts'
import { openTestApp } from '../../support/test-app.ts'
import { addPerson, type Person } from '../../support/test-people.ts'

let app: FastifyInstance
let owner: Person
let head: Person
let merchant: Person
let folder: string

const PLANS = '/v1/stores/alpha/plans'
const HEADER = '时间,目标,主题,策略,页面设计,日常推广,商家配合'

/** Twelve months of our own words, the first months without a figure. */
const MONTHS = Array.from({ length: 12 }, (_, i) => {
  const month = i + 1
  const target = month <= 3 ? '' : `${month}万`
  const strategy = month === 3 ? '报名淘抢购；老客户回馈' : '新品上架'
  const promotion = month <= 2 ? '暂停付费推广' : month === 5 ? '刷单 20 笔；推广费用10-15%' : '排名跟进'
  return `${month}月,${target},主题${month},"1、${strategy}\n2、标题优化",首页更新,${promotion},备货 ${month}00 件`
})
const YEAR_CSV = ['某店 2027 年度计划,,,,,,', '全年销售目标 200 万元,,,,,,', HEADER, ...MONTHS].join('\r\n')

beforeAll(async () => {
  ;({ app, owner } = await openTestApp({ stores: ['alpha'] }))
  head = await addPerson(app, owner, { store: 'alpha', role: 'operations' })
  merchant = await addPerson(app, owner, { store: 'alpha', role: 'merchant' })
  await fillDossier(head, 'alpha')
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-plan-table-'))
})

afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

async function newPlan(): Promise<PlanDetail> {
  return (await head({ method: 'POST', url: PLANS, payload: { year: 2027, name: '2027 年度规划' } })).json()
}

const read = async (id: string): Promise<PlanDetail> => (await head({ url: `${PLANS}/${id}` })).json()

function upload(name: string, bytes: Uint8Array): Pick<InjectOptions, 'payload' | 'headers'> {
  const boundary = '----plan'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

async function take(id: string, file: { name: string; bytes: Uint8Array }, query = ''): Promise<PlanTableResult> {
  const url = `${PLANS}/${id}/table/import${query}`
  const answer = await head({ method: 'POST', url, ...upload(file.name, file.bytes) })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

const csv = (text: string, name = '年度计划表.csv') => ({ name, bytes: Buffer.from(text) })
const content = (rows: readonly TableRow[]) => rows.map(({ source: _source, ...row }) => row)

async function exported(id: string, format: 'csv' | 'xlsx') {
  const answer = await head({
    url: `${PLANS}/${id}/table/export?format=${format}`,
    headers: { 'accept-language': 'zh' },
  })
  expect(answer.statusCode).toBe(200)
  return { name: `back.${format}`, bytes: answer.rawPayload }
}

describe('importing the yearly table', () => {
  test('[P3.01] twelve months become goals, tasks, costs and requests; a preview stores nothing', async () => {
    const plan = await newPlan()
    const preview = await take(plan.id, csv(YEAR_CSV))
    expect(preview.applied).toBe(false)
    expect((await read(plan.id)).revisions).toEqual(plan.revisions)
    const done = await take(plan.id, csv(YEAR_CSV), '?apply=true')
    const stored = await read(plan.id)
    expect(stored.table).toHaveLength(13)
    expect(stored.goals).toHaveLength(13)
    expect(stored.goals.find(({ period }) => period === '2027')).toMatchObject({ metric: 'paid', target: 200_000_000 })
    expect(stored.goals.filter(({ target }) => target === null).map(({ period }) => period)).toEqual([
      '2027-01',
      '2027-02',
      '2027-03',
    ])
    expect(stored.requests).toHaveLength(12)
    expect(stored.tasks[0]).toMatchObject({
      title: '新品上架',
      source: { file: '年度计划表.csv', row: 4, column: '策略' },
    })
    expect(stored.budgetRules.stages.map(({ fromPeriod, minBp, maxBp }) => [fromPeriod, minBp, maxBp])).toEqual([
      ['2027-01', 0, 0],
      ['2027-02', 0, 0],
      ['2027-05', 1000, 1500],
    ])
    expect(JSON.stringify([stored.tasks, stored.requests, stored.budget])).not.toContain('刷单')
    expect(stored.table.find(({ period }) => period === '2027-05')?.dailyPromotion).toContain('刷单')
    expect(done.revisions).toEqual(stored.revisions)
  })

  test('[P16.09] the import tells which tools are called otherwise today', async () => {
    const plan = await newPlan()
    const { notes } = await take(plan.id, csv(YEAR_CSV))
    expect(notes.filter(({ code }) => code === 'tool_retired')).toMatchObject([
      { text: '报名淘抢购', source: { row: 6, column: '策略' }, messageZh: expect.stringContaining('聚划算') },
    ])
  })

  test.each(['csv', 'xlsx'] as const)(
    '[P3.01] what is exported as %s imports as the same table and changes nothing',
    async (format) => {
      const plan = await newPlan()
      await take(
        plan.id,
        csv(`${HEADER}\n上半年,100万,主题,"'-减5%","=1+1",-10%,"含,逗号与""引号"""\n${MONTHS[11]}`),
        '?apply=true',
      )
      const before = await read(plan.id)
      const again = await take(plan.id, await exported(plan.id, format), '?apply=true')
      expect(content(again.rows)).toEqual(content(before.table))
      for (const counts of Object.values(again.counts))
        expect(counts).toMatchObject({ created: 0, updated: 0, removed: 0 })
    },
  )

  test('a file in GBK, and one in UTF-16, read as in UTF-8', async () => {
    const plan = await newPlan()
    const expected = content((await take(plan.id, csv(YEAR_CSV))).rows)
    const gbk = await take(plan.id, { name: 'gbk.csv', bytes: encodeGbk(YEAR_CSV) ?? new Uint8Array() })
    expect(content(gbk.rows)).toEqual(expected)
    const utf16 = await take(plan.id, { name: 'utf16.csv', bytes: Buffer.from(`\u{feff}${YEAR_CSV}`, 'utf16le') })
    expect(content(utf16.rows)).toEqual(expected)
  })

  test('a workbook keeps its sheet and its merged cells; a sheet of something else is passed over', async () => {
    const book = new excel.Workbook()
    book.addWorksheet('说明').addRow(['本表由运营填写'])
    const sheet = book.addWorksheet('计划')
    for (const row of [['2027 年度计划'], HEADER.split(',')]) sheet.addRow(row)
    for (const month of ['四月', '五月', '六月']) sheet.addRow([month, '10万', '旺季大促', '选款', '', '', ''])
    sheet.mergeCells('A1:G1')
    sheet.mergeCells('C3:C5')
    const file = join(folder, 'book.xlsx')
    const bytes = Buffer.from(await book.xlsx.writeBuffer())
    await writeFile(file, bytes)
    expect((await readGrids(file, 'book.xlsx')).map(({ sheet: name, merges }) => [name, merges.length])).toEqual([
      ['说明', 0],
      ['计划', 2],
    ])
    const plan = await newPlan()
    const { rows } = await take(plan.id, { name: 'book.xlsx', bytes })
    expect(rows.map(({ period, theme, source }) => [period, theme, source?.sheet, source?.row])).toEqual([
      ['2027-Q2', '旺季大促', '计划', 3],
      ['2027-04', '', '计划', 3],
      ['2027-05', '', '计划', 4],
      ['2027-06', '', '计划', 5],
    ])
  })

  test('merging keeps the months that the file does not name; replacing does not', async () => {
    const plan = await newPlan()
    await take(plan.id, csv(`${HEADER}\n1月,1万,,,,,\n2月,2万,,,,,`), '?apply=true')
    const one = csv(`${HEADER}\n2月,3万,,,,,`)
    const merged = await take(plan.id, one, '?mode=merge')
    expect(merged.rows.map(({ period, target }) => [period, target])).toEqual([
      ['2027-01', '1万'],
      ['2027-02', '3万'],
    ])
    expect((await take(plan.id, one)).rows).toHaveLength(1)
  })

  test('a file that is no such table is refused with what is missing, and nothing changes', async () => {
    const plan = await newPlan()
    const url = `${PLANS}/${plan.id}/table/import?apply=true`
    for (const bytes of [
      Buffer.from('订单编号,买家\n1,2'),
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 9]),
      Buffer.alloc(0),
    ]) {
      const answer = await head({ method: 'POST', url, ...upload('x.csv', bytes) })
      expect(answer.statusCode, answer.body).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
    }
    expect((await read(plan.id)).revisions).toEqual(plan.revisions)
  })

  test('an approved plan takes no table; the merchant may read it and not change it', async () => {
    const plan = await newPlan()
    await head({ method: 'POST', url: `${PLANS}/${plan.id}/approve`, payload: {} })
    const url = `${PLANS}/${plan.id}/table/import?apply=true`
    const file = upload('a.csv', Buffer.from(YEAR_CSV))
    expect((await head({ method: 'POST', url, ...file })).json().error.code).toBe('plan_approved')
    expect((await merchant({ method: 'POST', url, ...file })).json().error.code).toBe('not_permitted')
    expect((await merchant({ url: `${PLANS}/${plan.id}/table/export` })).statusCode).toBe(200)
  })
})

test('[P3.01] a cell that was edited in the plan is taken over into its tasks on request, and what people added stays', async () => {
  const plan = await newPlan()
  await take(plan.id, csv(YEAR_CSV), '?apply=true')
  const before = await read(plan.id)
  const tasks = before.tasks.map((task, i) => (i === 0 ? { ...task, owner: '李店长' } : task))
  const table = before.table.map((row) =>
    row.period === '2027-01' ? { ...row, strategy: `${row.strategy}\n3、选款会` } : row,
  )
  const parts = {
    tasks: { revision: before.revisions.tasks, body: tasks },
    table: { revision: before.revisions.table, body: table },
  }
  await head({ method: 'PUT', url: `${PLANS}/${plan.id}/parts`, payload: { parts } })
  const url = `${PLANS}/${plan.id}/table/derive`
  const preview: PlanTableResult = (await head({ method: 'POST', url })).json()
  expect(preview).toMatchObject({ applied: false, counts: { tasks: { created: 1, removed: 0 } } })
  await head({ method: 'POST', url: `${url}?apply=true` })
  const after = await read(plan.id)
  expect(after.tasks.filter(({ title }) => title === '选款会')).toHaveLength(1)
  expect(after.tasks.filter(({ owner }) => owner === '李店长')).toHaveLength(1)
})
