import type { StartedClock } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

let shop: OpenShop
const api = `/v1/stores/${STORE.id}/live`
const page = `/stores/${STORE.id}/live/clocks`
const MINUTE = 60_000

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString()

const start = (ladder: string, title: string, minutes: number) =>
  shop.api<z.infer<typeof StartedClock>>('POST', `${api}/clocks`, {
    ladder,
    title,
    subject: { kind: 'case', id: title },
    startedAt: minutesAgo(minutes),
  })

beforeAll(async () => {
  shop = await openShop()
  await start('complaint', '少发一箱配件', 12)
  await start('complaint', '颜色与图片不符', 40)
  await start('crisis', '甲醛传闻', 3)
})
afterAll(() => shop.close())

test('[P12.13] the board counts down without asking, what is late on top; a pause and its end are two clicks', async () => {
  const desk = await shop.openPage(page)
  const rows = desk.getByRole('list', { name: '时限' }).getByRole('listitem')
  await rows.first().waitFor()
  expect(await rows.nth(0).textContent()).toContain('颜色与图片不符')
  expect(await rows.nth(0).textContent()).toContain('逾期')
  const asked: string[] = []
  desk.on('request', (request) => asked.push(request.url()))
  const digits = rows.filter({ hasText: '少发一箱配件' }).locator('[data-value]')
  const left = async () => Number(await digits.getAttribute('data-value'))
  const before = await left()
  await desk.waitForTimeout(2500)
  expect(before - (await left())).toBeGreaterThanOrEqual(2000)
  expect(asked.filter((url) => url.includes('/live/clocks')).length).toBeLessThan(2)

  await rows.filter({ hasText: '少发一箱配件' }).getByRole('button').first().click()
  const drawer = desk.getByRole('dialog')
  await drawer.getByLabel('备注').fill('等买家照片')
  await drawer.getByRole('button', { name: '暂停：等客户' }).click()
  await drawer.getByText('等买家照片').waitFor()
  await drawer.getByRole('button', { name: '客户已回复，继续' }).click()
  await drawer.getByRole('button', { name: '完成 给出解决方案' }).click()
  await drawer.getByText('完成“给出解决方案”').waitFor()
  await desk.close()
})

test('[P9.08] a warning is entered, planned and filed on a phone that scrolls only downwards', async () => {
  const phone = await shop.openPage(`${page}?view=warnings`, { width: 390 })
  await phone.getByRole('button', { name: '登记预警' }).click()
  await phone.getByLabel('情况').fill('每分钟 320 单')
  await phone.getByRole('dialog').getByRole('button', { name: '登记预警' }).click()
  await phone.getByRole('button', { name: '写预案' }).first().click()
  await phone.getByRole('textbox', { name: '预案' }).fill('仓库加派 6 人')
  await phone.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await phone.getByRole('button', { name: '提交平台' }).first().click()
  await phone.getByLabel('提交编号').fill('QN-1111')
  await phone.getByRole('dialog').getByRole('button', { name: '提交平台' }).click()
  await phone.getByText('QN-1111').first().waitFor()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await phone.close()
})

test('[P7.09] [P4.14] a page waits for somebody to take it; a week without a rota is told, and a proposal fills it', async () => {
  const desk = await shop.openPage(`${page}?view=duty`)
  await desk.getByText('1 个空档，共 168 小时无人值守').waitFor()
  await desk.getByRole('button', { name: '呼叫值班' }).click()
  await desk.getByLabel('什么事').fill('支付失败率 12%')
  await desk.getByRole('dialog').getByRole('button', { name: '呼叫值班' }).click()
  await desk.getByText('等待接单').waitFor()
  await desk.getByRole('button', { name: '接单' }).click()
  await desk.getByText('等待接单').waitFor({ state: 'detached' })
  await desk.getByRole('button', { name: '排班建议' }).click()
  const people = Array.from({ length: 6 }, (_, i) => `p${i}@shop.cn`).join('\n')
  await desk.getByLabel('人员').fill(people)
  await desk.getByRole('button', { name: '试排' }).click()
  await desk.getByText('没有空档，休息合规。').waitFor()
  await desk.getByRole('button', { name: '写入值班表' }).click()
  await desk.getByText('1 个空档，共 168 小时无人值守').waitFor({ state: 'detached' })
  expect(await desk.getByText('p0@shop.cn').count()).toBeGreaterThan(0)
  await desk.close()
  expect(shop.complaints).toEqual([])
})
