import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

let shop: OpenShop
let page: Page

const DRILLS = `/stores/${STORE.id}/drills`

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop?.close())

test('[P15.01] the shipped plans are adopted, and one is changed in its form', async () => {
  page = await shop.openPage(DRILLS)
  await page.getByRole('button', { name: '采用全部自带预案' }).first().click()
  await page.getByRole('heading', { name: '机房失联' }).waitFor()
  await page.getByRole('button', { name: '修改 恶意流量攻击' }).click()
  await page.getByLabel('启动目标（分钟）').fill('8')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByText('目标：发现 10、启动 8、恢复 30 分钟').waitFor()
})

test('[P15.04] a plan is started by hand, a step is ticked off, and it ends with its report', async () => {
  await page.getByRole('button', { name: '启动预案 舆情危机' }).click()
  await page.getByLabel('原因').fill('站外差评集中')
  await page.getByRole('dialog').getByRole('button', { name: '启动预案' }).click()
  await page.getByRole('button', { name: /^完成 启动响应/ }).click()
  await page.getByText('按时', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: '结束预案' }).click()
  await page.getByRole('dialog').getByLabel('原因').fill('误报')
  await page.getByRole('dialog').getByRole('button', { name: '结束预案' }).click()
  await page.getByText('完成 1/4 步，1 步按时').waitFor()
})

test('[P15.11] a short drill is started on the page and ends in its report', async () => {
  await page.goto(`${shop.address}${DRILLS}?view=drills&plan=attack`)
  await page.getByLabel('规模').fill('2')
  await page.getByRole('button', { name: '开始演练' }).click()
  await page.getByText('故障与处置时间线').waitFor({ timeout: 30_000 })
  expect(await page.getByText('预案多保住成交').count()).toBe(1)
  await page.getByRole('button', { name: '返回演练' }).click()
  await page.getByText('通过').first().waitFor()
  expect(shop.complaints).toEqual([])
})
