import type { ForecastResult, GoalsView, PlanDetail, SeasonOutlookAnswer } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenServer, openDemoShop, STORE } from '../support/open-demo-shop.ts'
import { OWNER } from '../support/serve-to-browser.ts'

let shop: OpenServer
let draft: string
beforeAll(async () => {
  shop = await openDemoShop()
  await shop.api('/v1/setup', OWNER)
})
afterAll(() => shop.close())

test('the forecast page says how much, how sure and made of what; its address asks for it again', async () => {
  const page = await shop.openPage(`/stores/${STORE}/insight/forecast`)
  const answer = page.getByRole('region', { name: '预测' })
  await answer.getByText('未来 28 天合计').waitFor()
  const asked = { metric: 'paid', grain: 'day', horizon: 28, levels: [0.8, 0.95] }
  const { whole } = await shop.api<ForecastResult>(`/v1/stores/${STORE}/forecast`, asked)
  expect(Number(await answer.locator('[data-value]').getAttribute('data-value'))).toBe(whole.total?.mean)
  await page.getByRole('heading', { name: '由什么构成' }).waitFor()

  await page.getByRole('combobox', { name: '分组' }).click()
  await page.getByTitle('类目', { exact: true }).click()
  await page.waitForURL(/by=category/)
  await page.getByRole('heading', { name: '分组预测' }).waitFor()
  const split = await shop.api<ForecastResult>(`/v1/stores/${STORE}/forecast`, { ...asked, by: 'category', groups: 12 })
  expect(await page.locator('tbody tr[data-row-key]').count()).toBe(split.groups.length)
  await page.close()
})

test('a discount that is planned stands in the address, and the forecast that is asked with it sells more on its days', async () => {
  const plain = { metric: 'paid', grain: 'day', horizon: 28, levels: [0.8, 0.95], with: ['promotion'] }
  const { whole } = await shop.api<ForecastResult>(`/v1/stores/${STORE}/forecast`, plain)
  const [from, to] = [whole.values[1]?.period ?? '', whole.values[3]?.period ?? '']
  const page = await shop.openPage(`/stores/${STORE}/insight/forecast?with=promotion&discounts=${from}_${to}_3000`)
  await page.getByText('优惠 30%（7 折）').waitFor()
  const answer = page.getByRole('region', { name: '预测' })
  await answer.getByText('未来 28 天合计').waitFor()
  const shown = Number(await answer.locator('[data-value]').getAttribute('data-value'))
  const planned = { discounts: [{ from, to, depthBp: 3000 }] }
  const asked = await shop.api<ForecastResult>(`/v1/stores/${STORE}/forecast`, { ...plain, planned })
  expect(shown).toBe(asked.whole.total?.mean)
  expect(shown).toBeGreaterThan(whole.total?.mean ?? 0)
  await page.getByRole('button', { name: '去掉这段折扣' }).click()
  await page.waitForURL((url) => !url.searchParams.has('discounts'))
  await page.close()
})

test('[P1.16] seasons ahead are listed with their days, and become research tasks of a plan', async () => {
  const made = await shop.api<PlanDetail>(`/v1/stores/${STORE}/plans`, {
    year: 2027,
    name: '旺季规划',
    from: 'data',
    growthBp: 3000,
  })
  draft = made.id
  const page = await shop.openPage(`/stores/${STORE}/insight/season?plan=${draft}`)
  const outlook = await shop.api<SeasonOutlookAnswer>(`/v1/stores/${STORE}/season-outlook`)
  await page.getByRole('heading', { name: '旺季清单' }).waitFor()
  expect(await page.locator('tbody tr[data-row-key]').count()).toBe(outlook.peaks.length + outlook.rising.length)
  await page.getByRole('button', { name: '建调研任务' }).click()
  await page.getByRole('link', { name: '看任务' }).click()
  await page
    .getByText(/旺季调研：/)
    .first()
    .waitFor()
  const { tasks, year } = await shop.api<PlanDetail>(`/v1/stores/${STORE}/plans/${draft}`)
  const due = outlook.peaks.map((peak) => peak.decideBy).filter((day) => day.startsWith(`${year}-`))
  expect(tasks.flatMap((task) => (task.templateId?.startsWith('season:') ? [task.dueDay] : []))).toEqual(due)
  await page.close()
})

test('[P2.08] every category gets the visitors, conversion and AOV that its target takes', async () => {
  const page = await shop.openPage(`/stores/${STORE}/goals/tree?plan=${draft}&view=drivers`)
  const card = page.getByRole('region', { name: '每个节点要多少访客' })
  await card.getByRole('button', { name: '写入辅助目标' }).click()
  await page.getByText(/已写入 \d+ 个辅助目标/).waitFor()
  const { goals } = await shop.api<GoalsView>(`/v1/stores/${STORE}/plans/${draft}/goals`)
  const categories = goals.filter((g) => g.metric === 'paid' && g.scope.category)
  expect(categories.length).toBeGreaterThan(3)
  for (const { id, target } of categories) {
    const [uv, cvr, aov] = ['uv', 'cvr', 'aov'].map(
      (m) => goals.find((g) => g.parentId === id && g.metric === m)?.target,
    )
    // Visitors are whole, so the three bring the target or one visitor's worth more.
    const brings = (uv ?? 0) * (cvr ?? 0) * (aov ?? 0)
    expect(brings / (target ?? Number.NaN)).toBeCloseTo(1, 2)
  }
  await page.close()
})
