import type { ResourcePage } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'
import { OWNER } from '../support/serve-to-browser.ts'

let shop: OpenShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const at = (path: string) => `/stores/${STORE.id}/${path}`
/** Signs in as on another device. Shape: the cookie. Errors: rejects when the server refuses. */
async function signIn({ email, password }: { email: string; password: string }): Promise<string> {
  const answer = await fetch(`${shop.address}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: shop.address },
    body: JSON.stringify({ email, password }),
  })
  expect(answer.status).toBe(200)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

const statusFor = async (cookie: string): Promise<number> =>
  (await fetch(`${shop.address}/v1/stores`, { headers: { cookie } })).status

const products = () => shop.api<ResourcePage>('GET', `/v1/stores/${STORE.id}/resources/products`)

describe('records', () => {
  test('a record is made, changed and remembered from its declaration alone', async () => {
    const page = await shop.openPage(at('admin/resources/products'))
    await page.getByRole('button', { name: '新建', exact: true }).click()
    await page.getByLabel('商品 ID').fill('680123456789')
    await page.getByLabel('商品名称').fill('实木餐桌')
    await page.getByLabel('一口价').fill('1,299.9')
    await page.getByRole('dialog').getByRole('button', { name: '新建' }).click()
    await page.getByRole('cell', { name: '实木餐桌' }).waitFor()
    await page.getByRole('cell', { name: '¥1,299.90' }).waitFor()
    expect((await products()).rows[0]?.data.listCents).toBe(129990)

    await page.getByRole('cell', { name: '实木餐桌' }).click()
    await page.getByLabel('一口价').fill('1199')
    await page.getByLabel('改动原因').fill('双十一活动价')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('cell', { name: '¥1,199.00' }).waitFor()

    await page.getByRole('tab', { name: '改动历史' }).click()
    const latest = page.getByRole('article').first()
    await latest.getByText('双十一活动价').waitFor()
    expect(await latest.textContent()).toContain('¥1,299.90')
    expect(await latest.textContent()).toContain('¥1,199.00')
    await page.close()
  })

  test('what was typed survives a colleague who was faster, and so does what the colleague changed', async () => {
    const [row] = (await products()).rows
    if (!row) throw new Error('the first test makes a product')
    const page = await shop.openPage(at(`admin/resources/products?open=${row.id}`))
    await page.getByLabel('品牌').fill('茂易')
    await shop.api('PUT', `/v1/stores/${STORE.id}/resources/products/${row.id}`, {
      version: row.version,
      data: { ...row.data, category: '餐桌' },
    })
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '在最新版本上继续' }).click()
    await page.getByText('别人刚改过').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').first().waitFor()
    const saved = (await products()).rows[0]
    expect(saved?.data).toMatchObject({ brand: '茂易', category: '餐桌' })
    await page.close()
  })

  test('an amount that is none is refused beside its field before anything is sent', async () => {
    const page = await shop.openPage(at('admin/resources/products?open=new'))
    await page.getByLabel('商品 ID').fill('1')
    await page.getByLabel('商品名称').fill('x')
    await page.getByLabel('一口价').fill('十元')
    await page.getByRole('dialog').getByRole('button', { name: '新建' }).click()
    await page.getByText('请填写金额').waitFor()
    expect(await page.getByLabel('一口价').inputValue()).toBe('十元')
    await page.close()
  })

  test('a table with one wrong row writes nothing and names the row; the corrected one is taken whole', async () => {
    const page = await shop.openPage(at('admin/resources/channels?open=import'))
    const choose = (csv: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: '渠道.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await choose('渠道名称,类型\n手淘搜索,免费\n直通车,不知道\n')
    await page.getByText('整份文件都没有写入').waitFor()
    await page.getByRole('cell', { name: '不知道' }).waitFor()
    await choose('渠道名称,类型\n手淘搜索,免费\n直通车,付费\n')
    await page.getByText('新建 2 条').waitFor()
    await page.close()
  })

  test('on a phone the list is cards and nothing moves sideways', async () => {
    const page = await shop.openPage(at('admin/resources/products'), { width: 390 })
    await page.getByText('680123456789').waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await page.close()
  })

  test('a list that the server cuts into pages is cut once, on a phone too', async () => {
    const path = `/v1/stores/${STORE.id}/resources/products`
    for (let i = 0; i < 55; i++) await shop.api('POST', path, { data: { itemId: `99${i}`, title: `分页商品 ${i}` } })
    const page = await shop.openPage(at('admin/resources/products'), { width: 390 })
    await page.getByRole('list', { name: '商品' }).getByRole('listitem').nth(49).waitFor()
    expect(await page.locator('.ant-pagination').count()).toBe(1)
    await page.close()
  })
})

describe('people and shops', () => {
  test('[P16.01] a new colleague gets a role for this shop and a password that is shown once', async () => {
    const page = await shop.openPage(at('admin/users?open=member'))
    await page.getByLabel('邮箱').fill('chen@shop.cn')
    await page.getByLabel('姓名').fill('陈运营')
    await page.getByRole('combobox', { name: '角色' }).click()
    await page.getByTitle('活动运营').click()
    await page.getByText('能做什么：').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '添加成员' }).click()
    const password = await page.getByRole('dialog', { name: '陈运营的临时密码' }).locator('code').textContent()
    await page.getByRole('button', { name: '我已保存好' }).click()
    await page.getByRole('cell', { name: '陈运营', exact: true }).waitFor()
    await signIn({ email: 'chen@shop.cn', password: password?.trim() ?? '' })
    await page.close()
  })

  test('a new shop opens where its files come in', async () => {
    const page = await shop.openPage(at('admin/stores?open=new'))
    await page.getByLabel('店铺名称').fill('茂易海外店')
    await page.getByLabel('店铺编号').fill('Maoyi UK')
    await page.getByText('只能用小写字母').waitFor()
    await page.getByLabel('店铺编号').fill('maoyi-uk')
    await page.getByRole('dialog').getByRole('button', { name: '新建店铺' }).click()
    await page.waitForURL('**/stores/maoyi-uk/data/imports')
    await page.close()
  })

  test('a device signed out here has to sign in again', async () => {
    const other = await signIn(OWNER)
    expect(await statusFor(other)).toBe(200)
    const page = await shop.openPage(at('admin/sessions'))
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '退出' }).click()
    await expect.poll(() => statusFor(other)).toBe(401)
    await page.getByText('当前', { exact: true }).waitFor()
    await page.close()
  })
})

describe('event keys and audit', () => {
  test('a key is shown once with a command, and stops when it is revoked', async () => {
    const page = await shop.openPage(at('admin/event-keys?open=new'))
    await page.getByLabel('用途').fill('小程序埋点')
    await page.getByRole('dialog').getByRole('button', { name: '新建密钥' }).click()
    const dialog = page.getByRole('dialog', { name: '密钥已生成' })
    const secret = (await dialog.locator('code').textContent())?.trim() ?? ''
    expect(await dialog.locator('pre').textContent()).toContain(`Bearer ${secret}`)
    await page.getByRole('button', { name: '我已保存好' }).click()
    await page.getByRole('cell', { name: '可用' }).waitFor()
    await page.getByRole('button', { name: '停用 小程序埋点' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '停用' }).click()
    await page.getByRole('cell', { name: '已停用' }).waitFor()
    expect(await page.content()).not.toContain(secret)
    await page.close()
  })

  test('[P16.06] the trail shows who changed what from what to what, and proves itself intact', async () => {
    const page = await shop.openPage(at('admin/audit?action=update&subject='))
    await page.getByRole('row').filter({ hasText: '双十一活动价' }).click()
    const entry = page.getByRole('dialog')
    await entry.getByText('一口价').waitFor()
    expect(await entry.textContent()).toContain('¥1,299.90')
    expect(await entry.textContent()).toContain('¥1,199.00')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '校验完整性' }).click()
    await page.getByText('记录完整').waitFor()
    await page.close()
  })
})

test('no page of the settings complained in the console', () => {
  expect(shop.complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([])
})
