import { readFile } from 'node:fs/promises'
import type { AddedMember, ImportJob, QueryResult } from '@zhanggui/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'
import { DAMAGED_ROWS, orderExport } from '../support/order-export.ts'

const SOUND_ROWS = 300

let shop: OpenShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const at = (path: string) => `/stores/${STORE.id}/${path}`
const ordersFile = () => ({
  name: 'ExportOrderList202511.csv',
  mimeType: 'text/csv',
  buffer: orderExport(SOUND_ROWS),
})
const drop = async (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) => {
  await page.locator('input[type=file]').setInputFiles(file)
  await page.waitForURL('**/data/imports/new?upload=*')
}
const figure = (page: Page, label: string) =>
  page
    .getByRole('region', { name: '结果' })
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd')
    .textContent()

describe('an order list as 千牛 writes it', () => {
  test('a dry run tells what would happen and writes nothing; the import then keeps what was typed', async () => {
    const page = await shop.openPage(at('data/imports'))
    await page.getByText('还没有导入过文件').waitFor()
    await drop(page, ordersFile())
    await page.getByText('已识别').waitFor()
    await page.getByText('CSV · gb18030').waitFor()
    await page.getByLabel('文件从哪里来').fill('千牛 → 已卖出的宝贝')
    await page.getByRole('button', { name: '试运行' }).click()
    await page.getByText('试运行完成，没有写入任何数据').waitFor()
    expect(await figure(page, '可写入')).toBe(String(SOUND_ROWS))
    const before = await shop.api<QueryResult>('POST', `/v1/stores/${STORE.id}/query`, { metrics: ['orders'] })
    expect(before.range).toBeNull()

    await page.getByRole('button', { name: '返回核对并正式导入' }).click()
    expect(await page.getByLabel('文件从哪里来').inputValue()).toBe('千牛 → 已卖出的宝贝')
    await page.getByRole('button', { name: '开始导入' }).click()
    await page.getByText(`写入 ${SOUND_ROWS} 行`).waitFor()
    expect(await figure(page, '被拒')).toBe(String(DAMAGED_ROWS))
    await page.close()
  })

  test('[P16.07] rejected rows show their line, column, value and reason, and download as a file without personal data', async () => {
    const [job] = await shop.api<ImportJob[]>('GET', `/v1/stores/${STORE.id}/imports`)
    const page = await shop.openPage(at(`data/imports/${job?.id}`))
    const rejected = page.getByRole('region', { name: '被拒的行' })
    const scientific = rejected.getByRole('row').filter({ hasText: '2.511E+18' })
    await scientific.waitFor()
    expect(await scientific.textContent()).toContain('订单编号')
    expect(await scientific.textContent()).toContain(String(SOUND_ROWS + 2))
    await rejected.getByRole('row').filter({ hasText: '一百元' }).waitFor()

    const downloading = page.waitForEvent('download')
    await rejected.getByRole('link', { name: '下载被拒的行' }).click()
    const text = await readFile(await (await downloading).path(), 'utf8')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(text).toContain('2.511E+18')
    expect(text).not.toContain('张三')
    expect(text).not.toMatch(/138\d{8}/)
    await page.close()
  })

  test('the same file again writes nothing twice and says so', async () => {
    const page = await shop.openPage(at('data/imports'))
    await drop(page, ordersFile())
    await page.getByRole('button', { name: '开始导入' }).click()
    await page.getByText('文件里的内容之前都导入过').waitFor()
    expect(await figure(page, '重复跳过')).toBe(String(SOUND_ROWS))
    await page.getByRole('button', { name: '返回导入记录' }).click()
    await page.getByRole('row').filter({ hasText: '林掌柜' }).first().waitFor()
    await page.close()
  })

  test('the way from the result leads to the figures of just these days', async () => {
    const [job] = await shop.api<ImportJob[]>('GET', `/v1/stores/${STORE.id}/imports`)
    const page = await shop.openPage(at(`data/imports/${job?.id}`))
    await page.getByRole('button', { name: '查看这段时间的数据' }).click()
    await page.waitForURL(`**/insight?from=${job?.from}&to=*`)
    await page.close()
  })
})

describe('a table that nobody knows', () => {
  const table = {
    name: '批发.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('单号;谁买的;哪天;多少钱;附言\nW-1;甲;2025-12-03;120.50;\nW-2;乙;2025-12-04;80.00;急\n'),
  }
  const choose = async (page: Page, column: string, field: string) => {
    await page.getByRole('combobox', { name: `「${column}」对应的字段` }).click()
    await page.getByRole('option', { name: field }).first().waitFor({ state: 'attached' })
    await page.keyboard.type(field)
    await page.keyboard.press('Enter')
  }

  test('columns are given their fields by hand, a required one that is missing is named, and the mapping is remembered', async () => {
    const page = await shop.openPage(at('data/imports'))
    await drop(page, table)
    await page.getByText('未识别').waitFor()
    await page.getByRole('combobox', { name: '按什么读取' }).click()
    await page.keyboard.type('任意表格 → 订单')
    await page.keyboard.press('Enter')
    await page.getByText('还缺必填字段').waitFor()
    expect(await page.getByRole('button', { name: '开始导入' }).isDisabled()).toBe(true)

    await choose(page, '单号', '订单编号')
    await choose(page, '谁买的', '买家会员名')
    await choose(page, '哪天', '订单创建时间')
    await choose(page, '多少钱', '总金额')
    await page.getByText('还缺必填字段').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByText('用到 4 列，略过 1 列').waitFor()
    await page.getByRole('button', { name: '开始导入' }).click()
    await page.getByText('写入 2 行').waitFor()

    await page.goto(shop.address + at('data/imports'))
    await drop(page, { ...table, name: '批发12月.csv' })
    await page.getByText('用到 4 列，略过 1 列').waitFor()
    await page.close()
  })

  test('on a phone every column is a card and nothing moves sideways', async () => {
    const page = await shop.openPage(at('data/imports'), { width: 390, theme: 'dark' })
    await drop(page, table)
    await page.getByRole('list', { name: '列与字段' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await page.close()
  })

  test('a refused start says what was kept, and nothing that was typed is lost', async () => {
    const page = await shop.openPage(at('data/imports'))
    await drop(page, ordersFile())
    await page.getByLabel('文件从哪里来').fill('千牛')
    await page.route('**/v1/stores/*/imports', (route) =>
      route.fulfill({
        status: 503,
        json: { error: { code: 'not_ready', message: '服务正在关闭', messageEn: 'stopping' } },
      }),
    )
    await page.getByRole('button', { name: '开始导入' }).click()
    const alert = page.getByRole('alert').filter({ hasText: '导入没有开始' })
    await alert.getByText('服务正在关闭').waitFor()
    await alert.getByText('你填的内容都还在').waitFor()
    expect(await page.getByLabel('文件从哪里来').inputValue()).toBe('千牛')
    await page.close()
  })

  test('an upload that is gone says so and leads back', async () => {
    const page = await shop.openPage(at('data/imports/new?upload=00000000-0000-4000-8000-000000000000'))
    await page.getByText('这次上传已经不在了').waitFor()
    await page.getByRole('button', { name: '返回导入记录' }).click()
    await page.waitForURL('**/data/imports')
    await page.close()
  })
})

test('[P13.10] somebody who may not import is not offered the page, and the address alone opens nothing', async () => {
  const { temporaryPassword } = await shop.api<AddedMember>('POST', `/v1/stores/${STORE.id}/members`, {
    email: 'brand@shop.cn',
    name: '王品牌',
    role: 'merchant',
  })
  const page = await shop.openPage(at('admin/sessions'))
  await page.context().clearCookies()
  await page.goto(shop.address + at('data/imports'))
  await page.getByLabel('邮箱').fill('brand@shop.cn')
  await page.getByLabel('密码').fill(temporaryPassword ?? '')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByLabel('现在的密码').fill(temporaryPassword ?? '')
  await page.getByLabel('新密码').fill('a new password of mine')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('没有这项权限').waitFor()
  expect(await page.getByRole('navigation').getByRole('link', { name: '导入' }).count()).toBe(0)
  expect(await page.getByText('拖入文件').count()).toBe(0)
  await page.close()
})

test('the quality report names the days that are missing', async () => {
  const page = await shop.openPage(at('data/quality'))
  const orders = page.getByRole('region', { name: '订单', exact: true })
  await orders.getByText('缺的日期').waitFor()
  expect(await orders.getByRole('figure').count()).toBe(2)
  await page.close()
})

test('no page of the data area complained in the console', () => {
  expect(shop.complaints.filter((text) => !/status of (4\d\d|503)/.test(text))).toEqual([])
})
