import type { PlacedShopOrder, RiskAccountPerson, RiskOrder, ShopOrderDetail } from '@zhanggui/contract'
import type { Settings } from '@zhanggui/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyNewInstallation } from '../../../server/test/support/copy-new-installation.ts'
import { fillJudgedOrders, YOUNG_DAYS } from '../../../server/test/support/judged-orders.ts'
import { type HttpReceiver, startHttpReceiver } from '../../../server/test/support/receivers.ts'
import { addColleague } from '../support/add-colleague.ts'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

const DAY = 86_400_000
const api = `/v1/stores/${STORE.id}`
const at = (path: string): string => `/stores/${STORE.id}/${path}`

let shop: OpenShop
let phone: HttpReceiver
let finance: string

const order = (id: string): Promise<ShopOrderDetail> => shop.api('GET', `${api}/orders/${id}`)
const judged = async (id: string): Promise<RiskOrder | undefined> =>
  (await shop.api<RiskOrder[]>('GET', `${api}/risk/orders`)).find(({ orderId }) => orderId === id)
const place = (orderId: string, accountAgeDays: number): Promise<PlacedShopOrder> =>
  shop.api('POST', `${api}/orders`, {
    orderId,
    signals: { accountAgeDays },
    cart: { buyer: { buyerId: `buyer of ${orderId}` }, lines: [{ skuId: 'mask', quantity: 1 }] },
  })
/** What the shop's gateway was told to send to the buyer of an order. */
const codeOf = (orderId: string): string =>
  phone.received.map(({ body }) => JSON.parse(body)).find((told) => told.orderId === orderId)?.code ?? ''

const resource = (kind: string, data: object): Promise<unknown> =>
  shop.api('POST', `${api}/resources/${kind}`, { data })

beforeAll(async () => {
  phone = await startHttpReceiver()
  const from = new Date(Date.now() - 30 * DAY)
  const fill = async ({ home }: Settings): Promise<void> => {
    await copyNewInstallation(home)
    await fillJudgedOrders(home, { store: STORE.id, from, orders: 240 })
  }
  shop = await openShop(fill, { ZHANGGUI_NOTICE_HOSTS: '127.0.0.1' })
  finance = await addColleague(shop, { email: 'caiwu@shop.cn', name: '财务', role: 'finance' })
  await resource('products', { itemId: 'mask', title: '面膜', listCents: 10_000 })
  await resource('payment-providers', { name: '甲付', adapter: 'simulator', feeRate: 0.0038, isOn: true })
  const hook = { id: 'sms', name: '短信网关', enabled: true, settings: { kind: 'webhook', url: phone.url } }
  await shop.api('POST', `${api}/notice-channels`, hook)
  await resource('risk-checks', { name: '短信', adapter: 'gateway', gateway: 'sms', minutes: 5, tries: 3, isOn: true })
  await shop.api('POST', `${api}/trade/items`, { item: 'mask', stock: 50 })
})
afterAll(async () => {
  await shop?.close()
  await phone?.close()
})

test('[P13.01] orders are judged and labelled, a scorecard is learnt and seen, and a second person puts it in force', async () => {
  const page = await shop.openPage(at('risk'))
  await page.getByText('还没有评分卡').waitFor()
  const row = page.getByRole('row', { name: /past-239/ })
  await row.getByRole('button', { name: '标为欺诈' }).click()
  await row.getByRole('cell', { name: '欺诈', exact: true }).waitFor()

  await page.getByLabel('原因').fill('十月拒付对账')
  await page.getByRole('button', { name: '从本店订单学习' }).click()
  await page.getByRole('cell', { name: '240 单，欺诈 25' }).waitFor()
  await page.getByText(/2\d \/ 25 单/).waitFor()

  await page.getByRole('button', { name: '申请生效' }).click()
  await page.getByText('已提交，等第二个人批准').waitFor()
  await page.getByText('所有订单直接放行').waitFor()

  const desk = await shop.openPage(at('admin/approvals'), { cookie: finance })
  await desk.getByRole('button', { name: /^批准 .*风控评分卡第 1 版生效/ }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '批准' }).click()
  await desk.getByText('没有待处理的申请').waitFor()
  await page.reload()
  await page.getByText('v1', { exact: true }).first().waitFor()
  await desk.close()
  await page.close()
})

test('[P13.01] a doubtful order is held, the page says so; the right code lets it pay, wrong ones end it', async () => {
  // The order core hears of the card within some seconds.
  let n = 0
  await expect
    .poll(async () => (await place(`young-${++n}`, YOUNG_DAYS)).dueCents, { timeout: 20_000, interval: 500 })
    .toBeNull()
  const held = `young-${n}`
  expect((await place('old', 700)).dueCents).toBe(10_000)
  const check = (code: string) => shop.api('POST', `${api}/orders/${held}/check`, { code })

  const page = await shop.openPage(at('risk?verdict=verify'))
  const row = page.getByRole('row', { name: new RegExp(held) })
  await row.getByRole('cell', { name: '等待中' }).waitFor()
  expect(await page.getByRole('row', { name: /past-2/ }).count()).toBe(0)
  await check(codeOf(held) === '000000' ? '000001' : '000000')
  await check(codeOf(held))
  await page.reload()
  await row.getByRole('cell', { name: '通过' }).waitFor()
  expect((await order(held)).dueCents).toBe(10_000)

  await place('guessed', YOUNG_DAYS)
  const wrong = codeOf('guessed') === '000000' ? '000001' : '000000'
  for (let i = 0; i < 3; i++) await shop.api('POST', `${api}/orders/guessed/check`, { code: wrong })
  expect(await order('guessed')).toMatchObject({ stage: 'cancelled', cancelReason: 'unverified' })
  expect((await judged('guessed'))?.check?.state).toBe('failed')
  await page.reload()
  await page
    .getByRole('row', { name: /guessed/ })
    .getByRole('cell', { name: '次数用完' })
    .waitFor()
  await page.close()
})

test('[P6.09] a buyer’s other account is found by the id, and a wrong device taken off with a reason, on a phone too', async () => {
  const marks = { device: '一台手机' }
  for (const buyerId of ['小蓝', '小蓝二号'])
    await shop.api('POST', `${api}/promotion-orders`, {
      orderId: `o-${buyerId}`,
      cart: { buyer: { buyerId, marks }, lines: [{ skuId: 'mask', quantity: 1 }] },
    })
  const page = await shop.openPage(at('risk/accounts'), { width: 390 })
  await page.getByLabel('买家 ID').fill('小蓝二号')
  await page.keyboard.press('Enter')
  await page.getByText('2 个账号视为同一个人').waitFor()
  expect(page.url()).not.toContain(encodeURIComponent('小蓝'))
  await page
    .getByRole('button', { name: /^解除 账号/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原因').fill('旧手机转卖')
  await dialog.getByRole('button', { name: '解除' }).click()
  await page.getByText('没有关联账号').waitFor()
  await page.getByText(/已解除：旧手机转卖/).waitFor()
  await page.reload()
  await page.getByText(/已解除：旧手机转卖/).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  const person = await shop.api<RiskAccountPerson>('POST', `${api}/risk/accounts/find`, { buyerId: '小蓝' })
  expect(person.accountCount).toBe(1)
  expect(shop.complaints).toEqual([])
  await page.close()
})
