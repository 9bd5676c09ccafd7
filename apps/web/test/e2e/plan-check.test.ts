import { readFileSync } from 'node:fs'
import type { PlanDetail, PlanFindings } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

let shop: OpenShop
let plan: string
const api = `/v1/stores/${STORE.id}`
const page = (search = '') => `/stores/${STORE.id}/goals/check?plan=${plan}${search}`
const clean: PlanDetail = JSON.parse(
  readFileSync(new URL('../../../../engines/plan/test/fixtures/clean-plan.json', import.meta.url), 'utf8'),
)

const detail = () => shop.api<PlanDetail>('GET', `${api}/plans/${plan}`)

async function changeTask(id: string, fields: object): Promise<void> {
  const { tasks, revisions } = await detail()
  const body = tasks.map((task) => (task.id === id ? { ...task, ...fields } : task))
  await shop.api('PUT', `${api}/plans/${plan}/parts/tasks`, { revision: revisions.tasks, body, reason: '' })
}

beforeAll(async () => {
  shop = await openShop()
  const made = await shop.api<PlanDetail>('POST', `${api}/plans`, { year: 2027, name: clean.name })
  plan = made.id
  const { name, profile, texts, goals, measures, budget, budgetRules, events, tasks, requests, table, stages } = clean
  const bodies = {
    header: { name, profile, texts, assumptions: [] },
    goals: { goals, measures },
    budget: { lines: budget, rules: budgetRules },
    ...{ events, tasks, requests, table, stages },
  }
  const parts = Object.fromEntries(
    Object.entries(bodies).map(([part, body]) => [part, { revision: made.revisions[part as 'goals'], body }]),
  )
  await shop.api('PUT', `${api}/plans/${plan}/parts`, { parts, reason: '' })
})
afterAll(() => shop.close())

describe('the check of a plan in a browser', () => {
  test('[P16.15] a clean plan says that it passes; a planted defect is named with its way to the cell', async () => {
    const screen = await shop.openPage(page())
    await screen.getByText('计划体检通过').waitFor()
    await changeTask('peers', { detail: '每天刷单 20 笔' })
    await changeTask('june-review', { evidence: '' })
    await screen.reload()
    await screen.getByText('1 处错误须改正后才能批准').waitFor()
    const finding = screen.locator('[data-rule="bought-orders"]')
    expect(await finding.textContent()).toContain('新品试用')
    expect(await finding.getByRole('button', { name: '确认保留' }).count()).toBe(0)
    await finding.getByRole('link', { name: '去修改' }).click()
    await screen.waitForURL(/goals\/tasks\?.*node=peers&field=detail/)
    await screen.close()
  })

  test('a note is let stand with its reason, counted apart, and taken back; the filter is in the URL', async () => {
    const screen = await shop.openPage(page('&level=note'))
    await screen.getByRole('button', { name: '确认保留' }).click()
    const dialog = screen.getByRole('dialog')
    await dialog.getByLabel('理由').fill('复盘会口头验收')
    await dialog.getByRole('button', { name: '确认保留' }).click()
    await screen.getByText('已确认 1').click()
    await screen.getByText('复盘会口头验收').waitFor()
    expect(new URL(screen.url()).searchParams.get('level')).toBe('acknowledged')
    const { counts } = await shop.api<PlanFindings>('GET', `${api}/plans/${plan}/findings`)
    expect(counts).toEqual({ error: 1, warning: 0, note: 0, acknowledged: 1 })
    await screen.getByRole('button', { name: '撤回确认' }).click()
    await screen.getByText('这个条件下没有问题').waitFor()
    await screen.close()
  })

  test('on a phone nothing leaves the screen, and the console has no complaint', async () => {
    const screen = await shop.openPage(page(), { width: 390 })
    await screen.getByText('1 处错误须改正后才能批准').waitFor()
    const sideways = await screen.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBe(0)
    await screen.close()
    expect(shop.complaints).toEqual([])
  })
})
