import type { ApprovalOutcome, ResourceRow } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addColleague } from '../support/add-colleague.ts'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

let shop: OpenShop
const api = `/v1/stores/${STORE.id}`
const page = `/stores/${STORE.id}/admin`

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('[P13.10] a price waits on the page of approvals, and the asker is told so', async () => {
  const data = { itemId: '680123456789', title: '实木餐桌', listCents: 129900 }
  const row = await shop.api<ResourceRow>('POST', `${api}/resources/products`, { data })
  const finance = await addColleague(shop, { email: 'finance@shop.cn', name: '财务小周', role: 'finance' })
  const asker = await shop.openPage(`${page}/approvals`)
  await asker.getByRole('switch', { name: '需要审批 商品价格与成本' }).click()
  await asker.getByText('已生效').first().waitFor()

  await asker.goto(`${shop.address}${page}/resources/products?open=${row.id}`)
  await asker.getByLabel('一口价').fill('999')
  await asker.getByLabel('改动原因').fill('双十一活动价')
  await asker.getByRole('button', { name: '保存' }).click()
  await asker.getByText('已提交审批').first().waitFor()
  expect(await asker.getByLabel('一口价').inputValue()).toBe('1299.00')

  await asker.goto(`${shop.address}${page}/approvals`)
  const request = asker.getByRole('listitem').filter({ hasText: '修改商品 680123456789' })
  await request.getByText('¥999.00').waitFor()
  expect(await request.textContent()).toContain('¥1,299.00')
  await request.getByRole('button', { name: '撤回' }).waitFor()
  expect(await request.getByRole('button', { name: '批准' }).count()).toBe(0)
  await asker.close()

  const approver = await shop.openPage(`${page}/approvals`, { cookie: finance })
  await approver.getByRole('button', { name: '批准 修改商品 680123456789' }).click()
  await approver.getByRole('dialog').getByRole('button', { name: '批准' }).click()
  await approver.getByText('没有待处理的申请').waitFor()
  const after = await shop.api<ResourceRow>('GET', `${api}/resources/products/${row.id}`)
  expect(after.data.listCents).toBe(99900)
  await approver.close()
})

test('switching a rule off waits for a second person too', async () => {
  const rule = { enabled: false, expiryHours: 72, reason: '淡季' }
  const { performed } = await shop.api<ApprovalOutcome>('PUT', `${api}/approvals/rules/product-price`, rule)
  expect(performed).toBe(false)
  const phone = await shop.openPage(`${page}/approvals`, { width: 390 })
  const request = phone.getByRole('listitem').filter({ hasText: '放宽“商品价格与成本”的审批规则' })
  await request.getByRole('button', { name: '撤回' }).click()
  await phone.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await phone.getByText('没有待处理的申请').waitFor()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await phone.close()
  expect(shop.complaints).toEqual([])
})
