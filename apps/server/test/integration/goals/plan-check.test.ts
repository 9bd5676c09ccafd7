import { readFileSync } from 'node:fs'
import type { FileFindings, PlanDetail, PlanFindings } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../src/modules/admin/verify-audit.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person
let head: Person
let designer: Person
let planId: string

const STORE = '/v1/stores/alpha'
const fixture = (name: string): string =>
  readFileSync(new URL(`../../../../../engines/plan/test/fixtures/${name}`, import.meta.url), 'utf8')
const clean: PlanDetail = JSON.parse(fixture('clean-plan.json'))

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['alpha'] }))
  head = await addPerson(app, owner, { store: 'alpha', role: 'operations' })
  designer = await addPerson(app, owner, { store: 'alpha', role: 'content' })
  planId = await storeCleanPlan()
})

afterAll(() => app.close())

const bodies = (plan: PlanDetail) => ({
  header: { name: plan.name, profile: plan.profile, texts: plan.texts, assumptions: [] },
  goals: { goals: plan.goals, measures: plan.measures },
  budget: { lines: plan.budget, rules: plan.budgetRules },
  events: plan.events,
  tasks: plan.tasks,
  requests: plan.requests,
  table: plan.table,
  stages: plan.stages,
})

async function storeCleanPlan(): Promise<string> {
  const made = (await head({ method: 'POST', url: `${STORE}/plans`, payload: { year: 2027, name: clean.name } })).json()
  const parts = Object.fromEntries(
    Object.entries(bodies(clean)).map(([part, body]) => [part, { revision: made.revisions[part], body }]),
  )
  const saved = await head({ method: 'PUT', url: `${STORE}/plans/${made.id}/parts`, payload: { parts, reason: '' } })
  expect(saved.statusCode, saved.body).toBe(200)
  return made.id
}

const findingsOf = async (): Promise<PlanFindings> => (await head({ url: `${STORE}/plans/${planId}/findings` })).json()

async function changeTasks(change: (tasks: PlanDetail['tasks']) => PlanDetail['tasks']): Promise<void> {
  const plan: PlanDetail = (await head({ url: `${STORE}/plans/${planId}` })).json()
  const answer = await head({
    method: 'PUT',
    url: `${STORE}/plans/${planId}/parts/tasks`,
    payload: { revision: plan.revisions.tasks, body: change(plan.tasks), reason: '' },
  })
  expect(answer.statusCode, answer.body).toBe(200)
}

const named = (findings: PlanFindings['findings']): string[] => findings.map((f) => `${f.rule} ${f.at.part}/${f.at.id}`)

describe('[P16.15] the check of a stored plan', () => {
  test('a clean plan passes: no finding, nothing counted', async () => {
    const { findings, counts, checkedOn } = await findingsOf()
    expect(named(findings)).toEqual([])
    expect(counts).toEqual({ error: 0, warning: 0, note: 0, acknowledged: 0 })
    expect(checkedOn).toBe('2026-11-10')
  })

  test('[P13.03] a bought order that was planted is found at its place, with a lawful alternative, and blocks approval', async () => {
    await changeTasks((tasks) => tasks.map((t) => (t.id === 'peers' ? { ...t, detail: '每天刷·單 20 笔' } : t)))
    const { findings, counts } = await findingsOf()
    expect(counts).toMatchObject({ error: 1, warning: 0 })
    expect(findings[0]).toMatchObject({
      number: 1,
      rule: 'bought-orders',
      level: 'error',
      at: { part: 'tasks', id: 'peers', field: 'detail' },
      source: { file: '年度计划表.xlsx', row: 2 },
      figures: { words: '刷·單', times: 1 },
    })
    expect(findings[0]?.suggestionZh).toContain('试用')
    const refused = await head({ method: 'POST', url: `${STORE}/plans/${planId}/approve`, payload: {} })
    expect(refused.statusCode).toBe(409)
    expect(refused.json().error).toMatchObject({ code: 'plan_blocked', facts: { count: 1 } })
    const muted = await head({
      method: 'PUT',
      url: `${STORE}/plans/${planId}/findings/${findings[0]?.key}/acknowledgement`,
      payload: { reason: '大家都这样' },
    })
    expect([muted.statusCode, muted.json().error.code]).toEqual([409, 'finding_is_error'])
    await changeTasks((tasks) => tasks.map((t) => (t.id === 'peers' ? { ...t, detail: '记录公开活动' } : t)))
    expect((await findingsOf()).findings).toEqual([])
  })
})

describe('warnings that people let stand', () => {
  const acknowledge = (key: string, reason: string, by: Person = head) =>
    by({ method: 'PUT', url: `${STORE}/plans/${planId}/findings/${key}/acknowledgement`, payload: { reason } })

  test('a warning with a reason no longer counts, says who and why, and is audited; without a reason it is refused', async () => {
    await changeTasks((tasks) => tasks.map((t) => (t.id === 'june-review' ? { ...t, evidence: '' } : t)))
    const [finding] = (await findingsOf()).findings
    const key = finding?.key ?? ''
    expect((await acknowledge(key, ' ')).statusCode).toBe(400)
    expect((await acknowledge(key, '复盘会口头验收', designer)).statusCode).toBe(403)
    const after: PlanFindings = (await acknowledge(key, '复盘会口头验收')).json()
    expect(after.counts).toEqual({ error: 0, warning: 0, note: 0, acknowledged: 1 })
    expect(after.findings[0]?.acknowledged).toMatchObject({ reason: '复盘会口头验收', version: 0 })
    expect(after.findings[0]?.acknowledged?.by).toContain('operations')
    expect(await verifyAudit(context)).toMatchObject({ intact: true })
    const trail = (await owner({ url: `/v1/stores/alpha/audit?subject=plans/${planId}/findings/${key}` })).json()
    expect(JSON.stringify(trail)).toContain('复盘会口头验收')
  })

  test('it comes back when its figures change, and when it is taken back', async () => {
    const [finding] = (await findingsOf()).findings
    await changeTasks((tasks) => tasks.map((t) => (t.id === 'june-review' ? { ...t, title: '618 复盘会' } : t)))
    expect((await findingsOf()).counts).toMatchObject({ note: 1, acknowledged: 0 })
    await changeTasks((tasks) => tasks.map((t) => (t.id === 'june-review' ? { ...t, title: '618 复盘' } : t)))
    expect((await findingsOf()).counts).toMatchObject({ note: 0, acknowledged: 1 })
    const url = `${STORE}/plans/${planId}/findings/${finding?.key}/acknowledgement`
    const back: PlanFindings = (await head({ method: 'DELETE', url })).json()
    expect(back.counts).toMatchObject({ note: 1, acknowledged: 0 })
    expect((await head({ method: 'DELETE', url })).statusCode).toBe(404)
  })

  test('the table of findings is exported as CSV with its places', async () => {
    const answer = await head({ url: `${STORE}/plans/${planId}/findings/export?format=csv` })
    expect(answer.headers['content-type']).toContain('text/csv')
    expect(answer.body).toContain('task-evidence-missing')
    expect(answer.body).toContain('june-review')
  })
})

describe('a file is checked without being stored', () => {
  const send = (name: string, content: string | Buffer<ArrayBuffer>, by: Person = head, query = '') => {
    const form = new FormData()
    form.append('file', new Blob([content]), name)
    return by({ method: 'POST', url: `${STORE}/plan-check${query}`, payload: form })
  }
  const plansBefore = async () => (await head({ url: `${STORE}/plans` })).json().length

  test('[P16.15] plan JSON: the clean one passes, the bad one has more than sixty findings', async () => {
    const count = await plansBefore()
    const good: FileFindings = (await send('clean.json', JSON.stringify({ ...clean, assumptions: [] }))).json()
    expect(good.findings).toEqual([])
    expect(good.read).toMatchObject({ goals: clean.goals.length, tasks: clean.tasks.length })
    const bad: FileFindings = (await send('bad.json', fixture('bad-plan.json'), designer)).json()
    expect(bad.findings.length).toBeGreaterThan(60)
    expect(await plansBefore()).toBe(count)
  })

  test('[P4.16] a yearly table as CSV: bought orders are found in their cell, named by row and column', async () => {
    const csv = [
      '时间,目标,主题,策略,页面设计,日常推广,商家配合',
      '1月,,年货大促,1、同行竞品分析,首页框架,停直通车，补单维持,刷单支持',
      '2月,,新年上新,标题优化,首焦设计,暂停推广,选款',
    ]
      .map((line, i) => (i === 1 ? '1月,,年货大促,1、同行竞品分析,首页框架,"停直通车，补单维持",刷单支持' : line))
      .join('\n')
    const answer = await send('计划.csv', csv, head, '?year=2027')
    expect(answer.statusCode, answer.body).toBe(200)
    const { findings, year }: FileFindings = answer.json()
    expect(year).toBe(2027)
    const bought = findings.filter(({ rule }) => rule === 'bought-orders')
    expect(bought.map(({ at, source }) => [at.field, source?.row])).toEqual([
      ['dailyPromotion', 2],
      ['merchantCooperation', 2],
    ])
  })

  const SENTENCES = ['# 2027 年方案', '', '一季度补单维持基础销量。', '会员日做满减，全年目标 [待定]。']
  const body = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const word = Buffer.from(zipSync({ 'word/document.xml': strToU8(SENTENCES.map(body).join('')) }))
  test.each([
    ['方案.md', SENTENCES.join('\n')],
    ['方案.txt', SENTENCES.join('\r\n')],
    ['方案.docx', word],
  ])('[P13.03] %s: the words of a document are checked, and a finding names its paragraph', async (name, content) => {
    const { findings, read }: FileFindings = (await send(name, content, designer, '?year=2027')).json()
    expect(read.table).toBe(3)
    expect(findings.map((f) => [f.rule, f.source?.row])).toEqual(
      expect.arrayContaining([
        ['bought-orders', 3],
        ['placeholder', 4],
      ]),
    )
    // Only words: that a document sets no goals is no fault of its sentences.
    expect(findings.map((f) => f.rule)).not.toContain('goals-missing')
  })

  test('a yearly table inside a document is read as the table that it is', async () => {
    const rows = [
      '|时间|目标|主题|策略|页面设计|日常推广|商家配合|',
      '|---|---|---|---|---|---|---|',
      '|1月|20万|年货|选款||停车|刷单支持|',
    ]
    const { findings, read }: FileFindings = (
      await send('表.md', ['说明', ...rows].join('\n'), head, '?year=2027')
    ).json()
    expect(read).toMatchObject({ goals: 1, table: 2 })
    expect(findings.filter((f) => f.rule === 'bought-orders').map((f) => f.at.field)).toEqual(['merchantCooperation'])
  })

  test.each([
    ['notes.doc', 'D0CF', 'unreadable_file'],
    ['empty.txt', ' \n ', 'unreadable_file'],
    ['broken.json', '{"year": 20', 'unreadable_file'],
    ['other.json', '[1,2,3]', 'invalid_request'],
    ['wrong.json', '{"year": 2027, "goals": [{"id": 7}]}', 'invalid_request'],
    ['notes.csv', 'a,b\n1,2', 'unreadable_file'],
  ])('%s is refused with what is wrong (%s)', async (name, content, code) => {
    const answer = await send(name, content)
    expect(answer.json().error.code).toBe(code)
  })
})
