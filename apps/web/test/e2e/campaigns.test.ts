import type { CampaignDetail, CampaignSummary, RunSheet } from '@zhanggui/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

let shop: OpenShop
const at = `/v1/stores/${STORE.id}`
const pages = `/stores/${STORE.id}/campaigns`
const HAIR_DRYER = '19900000001'

/** A day that is ahead whenever the test runs: the browser's clock is the reader's own. */
const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const campaign = (id: string): Promise<CampaignDetail> => shop.api('GET', `${at}/campaigns/${id}`)
const noSideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

beforeAll(async () => {
  shop = await openShop()
  await shop.api('POST', `${at}/resources/products`, {
    data: { itemId: HAIR_DRYER, title: '负离子吹风机', listCents: 29_999, category: '家电' },
  })
  await shop.api('POST', `${at}/promotions`, {
    id: 'category-day',
    name: '品类日直降',
    from: `${dayAhead(30)}T00:00:00.000Z`,
    until: `${dayAhead(40)}T00:00:00.000Z`,
    rules: [
      {
        ruleId: 'cut',
        name: '满300减40',
        mechanic: 'spendAndSave',
        params: { tiers: [{ minCents: 30_000, cutCents: 4000 }] },
      },
    ],
  })
})
afterAll(() => shop.close())

test('[P3.15] a campaign is made from a template with a name, a day and a lead, and stands in the year', async () => {
  const page = await shop.openPage(pages)
  await page.getByRole('button', { name: '新建活动' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /品类日/ }).click()
  await dialog.getByLabel('运营负责人').fill('李运营')
  await dialog.getByLabel('目标成交').fill('50000')
  // Enter takes the typed day and, with nothing left to say, makes the campaign.
  await dialog.getByRole('textbox', { name: '主活动日' }).fill(dayAhead(30))
  await dialog.getByRole('textbox', { name: '主活动日' }).press('Enter')
  await dialog
    .getByRole('button', { name: /^创\s*建$/ })
    .or(page.getByRole('heading', { level: 1, name: /品类日/ }))
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: /品类日/ }).waitFor()
  await page.locator('[data-value="5000000"]').waitFor()
  const list = await shop.api<CampaignSummary[]>('GET', `${at}/campaigns`)
  expect(list.map(({ state, targetCents, tasks }) => [state, targetCents, tasks.all > 20])).toEqual([
    ['draft', 5_000_000, true],
  ])
  await page.goto(`${shop.address}${pages}`)
  await page.getByRole('link', { name: /品类日.*爆发/ }).waitFor()
  await page.close()
})

test('[P15.10] what is missing is named; once it is written the campaign is approved', async () => {
  const [{ id } = { id: '' }] = await shop.api<CampaignSummary[]>('GET', `${at}/campaigns`)
  const page = await shop.openPage(`${pages}/${id}?view=gate`)
  await page.getByText('人群：写明卖给谁').waitFor()
  await page.getByRole('tab', { name: '总览' }).click()
  await page.getByLabel('人群').fill('家电老客')
  await page.getByLabel('预算', { exact: true }).fill('5000')
  await page
    .getByRole('button', { name: /^保\s*存$/ })
    .first()
    .click()
  await page.getByText('已保存。').waitFor()
  await page.getByRole('tab', { name: '商品与玩法' }).click()
  await page.getByRole('combobox', { name: '商品' }).fill('吹风机')
  await page.getByTitle(/负离子吹风机/).click()
  await page.getByText('1 个商品').waitFor()
  const before = await campaign(id)
  await shop.api('PUT', `${at}/campaigns/${id}`, {
    ...before.body,
    promotions: ['category-day'],
    revision: before.revision,
  })
  await page.reload()
  await page.getByRole('button', { name: '提交批准' }).click()
  // Nobody else could approve it, so the owner's own word is written down as such.
  await page.getByText('已进入下一步。').waitFor()
  expect((await campaign(id)).state).toBe('approved')
  await page.close()
})

test('[P3.22] [P3.18] a task is finished with what shows it, and the run sheet says what comes next, on a phone too', async () => {
  const [{ id } = { id: '' }] = await shop.api<CampaignSummary[]>('GET', `${at}/campaigns`)
  const page = await shop.openPage(`${pages}/${id}?view=tasks`, { width: 390, theme: 'dark' })
  await page
    .getByRole('button', { name: /^完\s*成$/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('完成凭证').fill('选品表')
  await dialog.getByRole('button', { name: /^完\s*成$/ }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await campaign(id)).tasks.done).toBe(1)
  expect(await noSideways(page)).toBeLessThanOrEqual(0)
  await page.goto(`${shop.address}${pages}/${id}?view=run`)
  const { next } = await shop.api<RunSheet>('GET', `${at}/campaigns/${id}/run-sheet`)
  await page
    .getByText(next?.body.title ?? '')
    .first()
    .waitFor()
  expect(await noSideways(page)).toBeLessThanOrEqual(0)
  await page.close()
})

test('[P4.12] [P4.13] a slot is booked on the page once; the second booking of the place is refused in words', async () => {
  const [{ id } = { id: '' }] = await shop.api<CampaignSummary[]>('GET', `${at}/campaigns`)
  const body = {
    title: '首焦',
    kind: 'focusImage',
    position: '首页焦点图 1',
    from: `${dayAhead(30)}T00:00:00.000Z`,
    until: `${dayAhead(31)}T00:00:00.000Z`,
  }
  // A second try of this test finds the slot of the first.
  await shop.api('PUT', `${at}/campaigns/${id}/entries/slot/first`, { version: 0, body }).catch(() => undefined)
  const page = await shop.openPage(`${pages}/${id}?view=goods`)
  await page.getByText('首页焦点图 1').waitFor()
  await page.getByRole('button', { name: '订资源位' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称').fill('再订一次')
  await dialog.getByLabel('位置').fill('首页焦点图 1')
  for (const [label, day] of [
    ['开始', 30],
    ['结束', 31],
  ] as const) {
    // Enter in a closed picker would send the form.
    const instant = dialog.getByRole('textbox', { name: label })
    await instant.click()
    await page.locator('.ant-picker-dropdown:visible').waitFor()
    await instant.fill(`${dayAhead(day)} 12:00`)
    await instant.press('Enter')
    await page.locator('.ant-picker-dropdown:visible').waitFor({ state: 'hidden' })
  }
  await dialog.getByRole('button', { name: /^添\s*加$/ }).click()
  await dialog.getByText(/已被“首焦”占用/).waitFor()
  await page.close()
  // The refusal is answered with 422, which the console calls an error.
  expect(shop.complaints.filter((text) => !text.includes('422'))).toEqual([])
})
