import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

let shop: OpenShop
let partner: string
const at = `/v1/stores/${STORE.id}`
const pages = `/stores/${STORE.id}`
const DAY_MS = 86_400_000

/** A day before or after today, in the shop's time. */
const day = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + days * DAY_MS)
const weekday = new Date(`${day(0)}T00:00:00Z`).getUTCDay()
/** The Monday of a week that is over. */
const monday = (weeksAgo: number): string => day(-((weekday + 6) % 7) - 7 * weeksAgo)

const record = (resource: string, data: object): Promise<{ id: string }> =>
  shop.api('POST', `${at}/resources/${resource}`, { data, reason: '' })
const noSideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** Somebody of the carrier, with a password of their own, signed in. */
async function signInPartner(): Promise<string> {
  const email = 'zhao@carrier.example.cn'
  const added = await shop.api<{ temporaryPassword: string }>('POST', `${at}/members`, {
    email,
    name: '赵经理',
    role: 'partner',
  })
  await record('partner-people', { email, partner: 'SF' })
  const call = async (method: string, path: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', origin: shop.address, cookie }
    const answer = await fetch(shop.address + path, { method, headers, body: JSON.stringify(body) })
    expect(answer.ok).toBe(true)
    return answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  }
  const cookie = (await call('POST', '/v1/session', { email, password: added.temporaryPassword })).join('; ')
  const change = { currentPassword: added.temporaryPassword, newPassword: 'password of a partner' }
  await call('PUT', '/v1/session/password', change, cookie)
  return cookie
}

beforeAll(async () => {
  shop = await openShop()
  await record('partners', { code: 'SF', name: '顺丰速运', kind: 'logistics' })
  const term = { fromDay: day(-60), lastDay: day(45), noticeDays: 30 }
  const { id } = await record('partner-contracts', {
    number: 'WL-1',
    partner: 'SF',
    work: '华东仓发货',
    priceTerms: '首重 4 元',
    ...term,
  })
  await shop.api('POST', `${at}/resources/partner-contracts/${id}/state`, { version: 1, state: 'signed' })
  const level = { contract: 'WL-1', figure: 'pickupOnTime', op: 'atLeast', target: 0.95, grain: 'week' }
  await record('partner-levels', level)
  for (const [weeksAgo, value] of [
    [3, 0.97],
    [2, 0.96],
    [1, 0.91],
  ] as const)
    await record('partner-readings', {
      contract: 'WL-1',
      figure: 'pickupOnTime',
      day: monday(weeksAgo),
      value,
      source: '周报',
    })
  const subject = { kind: 'keyword', term: '保湿面霜', item: '61' }
  await record('rank-goals', { ...subject, goalRank: 10, byDay: day(20), owner: '李推广' })
  for (const [daysAgo, rank] of [
    [12, 60],
    [9, 45],
    [6, 34],
    [3, 25],
    [0, 18],
  ] as const)
    await record('rank-readings', { ...subject, day: day(-daysAgo), rank, depth: 100, source: '生意参谋' })
  await record('initiatives', {
    code: 'V1',
    name: '核心款视觉升级',
    kind: 'visual',
    owner: '周设计',
    fromDay: day(-30),
    metric: 'paid',
    items: '61',
    controlItems: '62',
    milestones: `${day(-5)} 主图上线`,
  })
  await record('positions', {
    team: 'service',
    position: '夜班客服',
    skills: '英语',
    planned: 4,
    hired: 0,
    hoursWeek: 168,
  })
  partner = await signInPartner()
})
afterAll(() => shop.close())

test('[P4.15] a missed level shows in the score, the list and the alerts', async () => {
  const page = await shop.openPage(`${pages}/admin/partners`)
  await page.getByRole('button', { name: '现在判定' }).click()
  await page.locator('[data-value="66.7"]').waitFor()
  await page.getByRole('link', { name: '顺丰速运' }).click()
  await page.getByRole('heading', { level: 1, name: '顺丰速运' }).waitFor()
  await page.locator('[data-outcome="missed"] [data-value="0.91"]').waitFor()
  await page.getByText('首重 4 元').waitFor()
  const incidents = await shop.api<{ titleZh: string }[]>('GET', `${at}/alerts/incidents?state=open`)
  expect(incidents.map(({ titleZh }) => titleZh)).toEqual([expect.stringContaining('顺丰速运未达标准：揽收及时率 91%')])
})

test('[P4.15] a partner comes in to its own workspace, answers for a miss, and is offered nothing else', async () => {
  const page = await shop.openPage('/', { cookie: partner, width: 390 })
  await page.getByRole('heading', { level: 1, name: /合作工作台 · 顺丰速运/ }).waitFor()
  expect(await noSideways(page)).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: /写明原因|改写/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原因').fill('大促爆仓')
  await dialog.getByLabel('改进措施').fill('加派揽收车')
  await dialog.getByRole('textbox', { name: '完成日期' }).fill(day(5))
  // Enter takes the typed day and, with nothing left to say, sends the answer.
  await dialog.getByRole('textbox', { name: '完成日期' }).press('Enter')
  await dialog
    .getByRole('button', { name: /^提\s*交$/ })
    .or(page.getByText('大促爆仓；加派揽收车'))
    .first()
    .click()
  await page.getByText('大促爆仓；加派揽收车').waitFor()
  const wide = await shop.openPage(`${pages}/admin/partner-workspace`, { cookie: partner })
  const links = wide.getByRole('navigation', { name: '主导航' }).getByRole('link')
  await links.first().waitFor()
  expect(await links.allTextContents()).toEqual(['合作工作台', '我的会话'])
})

test('[P9.11] a rank stands with its distance and its course, and the lawful levers beside it', async () => {
  const page = await shop.openPage(`${pages}/insight/ranks`)
  await page.getByRole('cell', { name: '8 名' }).waitFor()
  await page.getByText('能按时到', { exact: true }).waitFor()
  await page.locator('[data-lever="paidSearch"]').getByText('《电子商务法》第四十条').waitFor()
  await page.getByRole('button', { name: /^表: 名次走势/ }).click()
  await page.getByRole('cell', { name: '18', exact: true }).last().waitFor()
})

test('[P3.26] an initiative stands with its milestones, and one that is done is marked', async () => {
  const page = await shop.openPage(`${pages}/campaigns/initiatives`, { width: 390, theme: 'dark' })
  await page.getByText('已过期').waitFor()
  await page.getByRole('checkbox', { name: '完成：主图上线' }).click()
  await page.getByText('已过期').waitFor({ state: 'detached' })
  expect(await noSideways(page)).toBeLessThanOrEqual(0)
})

test('[P4.14] the people plan says what its own hours take', async () => {
  const page = await shop.openPage(`${pages}/admin/staffing`)
  await page.getByText('编制不够').waitFor()
  await page.locator('[title="每周 168 小时 × 1 席"][data-value="5"]').waitFor()
  expect(shop.complaints).toEqual([])
})
