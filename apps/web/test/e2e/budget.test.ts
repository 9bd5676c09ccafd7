import type { BudgetBalances, BudgetWorkedOut, PlanDetail } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

let shop: OpenShop
const plans = `/v1/stores/${STORE.id}/plans`
const page = `/stores/${STORE.id}/budget`

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const newPlan = async (year: number): Promise<string> =>
  (await shop.api<PlanDetail>('POST', plans, { year, name: `${year} 年度规划` })).id

test('[P4.02] a pasted budget of 90 % shows its missing tenth on the page, and saving does not hide it', async () => {
  const plan = await newPlan(2027)
  const reader = await shop.openPage(`${page}?plan=${plan}`)
  await reader.getByRole('button', { name: '粘贴表格' }).click()
  const block = [
    '项目\t占比\t金额',
    '总预算\t\t300万',
    '流量（公域、私域）\t40%（30%+10%）\t',
    '内容（短视频、图文）\t20%（15%+5%）\t',
    '达人\t15%\t',
    '技术\t10%\t',
    '备用金\t5%\t',
  ]
  await reader.getByRole('textbox', { name: /从 Excel/ }).fill(block.join('\n'))
  await reader.getByRole('button', { name: /^读\s*取$/ }).click()
  const dialog = reader.getByRole('dialog')
  await dialog.getByText('未分配 10.0% ¥30万').waitFor()
  await dialog.getByRole('button', { name: '替换现有预算' }).click()
  await reader.getByRole('button', { name: /^保\s*存$/ }).click()
  await reader.getByText('预算已保存').waitFor()
  await reader.getByText('还有 10 % = 300000.00 未分配。').waitFor()
  const stored = await shop.api<BudgetWorkedOut>('GET', `${plans}/${plan}/budget`)
  expect(stored.levels.find((level) => level.residualBp !== 0)).toMatchObject({ residualCents: 30_000_000 })

  await reader.getByRole('button', { name: '加一行', exact: true }).click()
  await reader.getByRole('button', { name: /^名称 未命名/ }).click()
  await reader.getByRole('textbox', { name: '名称' }).fill('会员')
  await reader.getByRole('textbox', { name: '名称' }).press('Enter')
  await reader.getByRole('button', { name: /^会员 占比/ }).click()
  await reader.getByRole('textbox', { name: '会员 占比' }).fill('10')
  await reader.getByRole('textbox', { name: '会员 占比' }).press('Enter')
  await reader.getByText('都理清了').waitFor()
  await reader.close()
})

test('[P4.03] unclear shares are confirmed by a person who has seen every reading', async () => {
  const plan = await newPlan(2028)
  await shop.api('POST', `${plans}/${plan}/budget/start`, { profile: 'campaign-rhythm', totalCents: 100_000_000 })
  const reader = await shop.openPage(`${page}?plan=${plan}`)
  await reader.getByRole('button', { name: '看几种读法' }).click()
  const readings = reader.getByRole('dialog').getByRole('article')
  await readings.first().waitFor()
  expect(await readings.count()).toBe(3)
  expect(await readings.nth(0).textContent()).toContain('合计 130.0%')
  expect(await readings.nth(1).textContent()).toContain('流量50.0%')
  expect(await readings.nth(2).textContent()).toContain('流量55.0%')
  await readings.nth(1).getByRole('button', { name: '就是这个意思' }).click()
  await reader.getByText('未分配 20.0% ¥10万').waitFor()
  await reader.close()
})

test('the ledger is opened and posted to from the page, and shows what is left', async () => {
  const plan = await newPlan(2029)
  const lines = [
    { id: 'ads', name: '关键词', period: '2029', channel: 'keyword', amountCents: 1_000_000 },
    { id: 'reserve', name: '备用金', period: '2029', channel: 'reserve', kind: 'reserve', amountCents: 100_000 },
  ]
  await shop.api('PUT', `${plans}/${plan}/parts/budget`, { revision: 1, body: { lines, rules: {} } })
  const reader = await shop.openPage(`${page}?plan=${plan}&view=ledger`)
  await reader.getByRole('button', { name: '按规划登记预算' }).click()
  await reader.getByText('登记了 2 笔').waitFor()
  await reader.getByRole('table', { name: '预算执行' }).getByRole('button', { name: '登记一笔' }).click()
  await reader.getByLabel('金额').fill('0.4万')
  await reader
    .getByRole('dialog')
    .getByRole('button', { name: /^登\s*记$/ })
    .click()
  await reader.getByText('已登记').first().waitFor()
  const { total } = await shop.api<BudgetBalances>('GET', `${plans}/${plan}/budget/balances`)
  expect(total).toMatchObject({ planned: 700_000, committed: 400_000 })

  await reader.goto(`${shop.address}${page}?plan=${plan}&view=reserve`)
  await reader.getByRole('button', { name: '申请动用' }).click()
  await reader.getByLabel('金额').fill('100')
  await reader.getByRole('button', { name: '提交审批' }).click()
  await reader.getByText('请输入依据').waitFor()
  await reader.close()
  expect(shop.complaints).toEqual([])
})

test.each([
  ['tree', 390, 'light'],
  ['ledger', 390, 'dark'],
  ['scenario', 390, 'light'],
  ['resources', 1440, 'dark'],
] as const)('the view %s fits a screen of %d px without sideways scroll (%s)', async (view, width, theme) => {
  const plan = await newPlan(2030)
  await shop.api('POST', `${plans}/${plan}/budget/start`, { profile: 'annual-promotion', totalCents: 300_000_000 })
  const reader = await shop.openPage(`${page}?plan=${plan}&view=${view}`, { width, theme })
  await reader.getByRole('tab', { selected: true }).waitFor()
  await reader.waitForLoadState('networkidle')
  expect(await reader.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await reader.close()
})
