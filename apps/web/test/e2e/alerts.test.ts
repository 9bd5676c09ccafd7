import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

let shop: OpenShop
let page: Page

const ALERTS = `/stores/${STORE.id}/live/alerts`
const path = (rest: string): string => `/v1/stores/${STORE.id}/${rest}`

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop?.close())

let creatives = 0
/** A broken link of a creative that runs: what the shipped rule looks at. */
const addBroken = () =>
  shop.api('POST', path('resources/ad-creatives'), {
    data: { creative: `c-${++creatives}`, name: '首图', channel: '小红书', review: 'approved', linkState: 'broken' },
  })

test('[P9.15] a shop takes the shipped rules, each in a sentence, and the page says that nothing is watched until then', async () => {
  page = await shop.openPage(ALERTS)
  await page.getByRole('button', { name: '加入自带规则' }).click()
  await page.getByText('没有未结束的告警').waitFor()
  await page.getByRole('tab', { name: '规则' }).click()
  await page.getByText('失效推广链接数高于 0', { exact: true }).first().waitFor()
})

test('[P9.10] [P9.15] a planted fault shows by itself, is taken on, talked about and closed with its result', async () => {
  await addBroken()
  // The rule looks every five minutes; switching it off and on makes it due at once.
  for (const enabled of [false, true]) await shop.api('PUT', path('alert-rules/broken-links/enabled'), { enabled })
  await page.goto(shop.address + ALERTS)
  const found = page.getByRole('link', { name: '推广链接失效' })
  await found.waitFor({ timeout: 60_000 })
  await page.getByText('立即暂停对应素材并换链接').waitFor()
  await found.click()
  await page.getByRole('heading', { name: '推广链接失效' }).waitFor()
  await page.getByRole('button', { name: '认领' }).click()
  await page.getByText('处理中').first().waitFor()
  await page.getByRole('button', { name: '评论' }).click()
  await page.getByLabel('内容').fill('已通知小红书运营')
  await page.getByRole('dialog').getByRole('button', { name: '评论' }).click()
  // The dialog is still closing with the same words in its field.
  await page.locator('#content').getByText('已通知小红书运营').waitFor()
  await page.getByRole('button', { name: '处理完成' }).click()
  await page.getByLabel('处理结果').fill('换了新链接，10 分钟后恢复投放')
  await page.getByRole('dialog').getByRole('button', { name: '处理完成' }).click()
  await page.getByText('处理完成：换了新链接，10 分钟后恢复投放').waitFor()
  await page.goto(`${shop.address + ALERTS}?view=loops`)
  await page.getByText('没有未闭环的告警').waitFor()
})

test('a rule is changed in a form, refused in words, and replayed on the past', async () => {
  await page.goto(`${shop.address + ALERTS}?view=rules`)
  await page.getByRole('button', { name: '修改 营销费用率过高' }).click()
  await page.getByLabel('界限').fill('0.3')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByText('最近 1 天的营销费用率高于 30%（回到 22% 才解除），持续 2 天').waitFor()
  await page.getByRole('button', { name: '回放 营销费用率过高' }).click()
  await page.getByRole('button', { name: '开始回放' }).click()
  await page.getByText('过去 30 天会告警 0 次').waitFor()
  expect(shop.complaints).toEqual([])
})

test('[P9.07] quiet nights and a channel are set up on the page; a test of a robot that cannot be reached says so', async () => {
  await page.goto(`${shop.address + ALERTS}?view=quiet`)
  await page.getByRole('button', { name: '新增时段' }).click()
  await page.getByLabel('名称').fill('夜间')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByText('22:00 – 08:00').waitFor()
  await page.goto(`${shop.address + ALERTS}?view=channels`)
  await page.getByRole('button', { name: '新增渠道' }).click()
  await page.getByLabel('名称').fill('值班群')
  await page.getByLabel('机器人地址').fill('http://127.0.0.1:9/robot?access_token=1')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '发送测试 值班群' }).click()
  await page.getByText('不能向本机或内网地址发送').first().waitFor()
})
