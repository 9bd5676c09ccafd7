import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenServer, openNewServer } from '../support/open-demo-shop.ts'
import { OWNER } from '../support/serve-to-browser.ts'

let shop: OpenServer
beforeAll(async () => {
  shop = await openNewServer()
  await shop.api('/v1/setup', OWNER)
})
afterAll(() => shop.close())

test('an owner without a shop makes the first one and stands in it', async () => {
  const page = await shop.openPage('/')
  await page.getByText('还没有你能看的店铺').waitFor()
  await page.getByRole('button', { name: '创建店铺' }).click()
  await page
    .getByRole('dialog')
    .getByLabel(/店铺名称|店名|名称/)
    .first()
    .fill('第一家店')
  await page
    .getByRole('dialog')
    .getByLabel(/编号|ID/i)
    .first()
    .fill('first')
  await page.getByRole('dialog').getByRole('button', { name: '新建店铺' }).click()
  await page.waitForURL(/\/stores\/first\//)
  await page.close()
})

test('a shop without data says what its pages will show and where to begin', async () => {
  const page = await shop.openPage('/stores/first/insight')
  await page.getByText('这家店还没有数据').waitFor()
  await page.getByRole('button', { name: '去导入' }).click()
  await page.waitForURL(/data\/imports/)
  await page.close()
})

test('an address that is none says so', async () => {
  const page = await shop.openPage('/stores/first/nowhere')
  await page.getByText('没有这一页').waitFor()
  await page.getByRole('button', { name: '回到总览' }).click()
  await page.waitForURL(/\/stores\/first\/insight/)
  await page.close()
})

test('an unknown shop is refused in words, not in a white page', async () => {
  const page = await shop.openPage('/stores/nobody/insight')
  await page.getByRole('alert').getByText('没有找到店铺').waitFor()
  await page.close()
})

test('no page complained in the console', () => {
  // The browser itself reports the refused shop above.
  expect(shop.complaints.filter((text) => !text.includes('404'))).toEqual([])
})
