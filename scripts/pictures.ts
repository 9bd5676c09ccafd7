/** `npm run pictures`: takes the pictures of the documentation anew, of the built pages on a fresh demo shop. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDemo, readSettings, serve } from '@zhanggui/server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM_MISSING, findChromium } from '../apps/web/test/support/find-chromium.ts'

const PICTURES = join(import.meta.dirname, '../docs/pictures')
const OWNER = { name: '林掌柜', email: 'owner@example.com', password: 'a-long-password' }
/** A month with 双11 in it, and the same month a year before to compare with. */
const NOVEMBER = 'from=2025-11-01&to=2025-12-01&compare=yoy'

/** A file as a shop might export it: known headers, two good rows and one to be refused. */
const ORDERS = `订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货地址,订单创建时间,订单付款时间
3000000000000000001,tb_01,128.00,128.00,交易成功,浙江省杭州市,2026-10-30 10:00:00,2026-10-30 10:01:00
3000000000000000002,tb_02,59.90,59.90,交易成功,广东省广州市,2026-10-30 11:20:00,2026-10-30 11:21:00
5.1E+18,tb_03,39.00,39.00,交易成功,北京,2026-10-31 09:12:00,2026-10-31 09:12:30
`

/** Charts draw after their figures arrive; the network being quiet says that all have. */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  console.log(`docs/pictures/${name}.png`)
}

async function becomeOwner(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('姓名').waitFor()
  await take(page, 'first-run')
  await page.getByLabel('姓名').fill(OWNER.name)
  await page.getByLabel('邮箱').fill(OWNER.email)
  await page.getByLabel('密码', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: '创建并进入' }).click()
  await page.getByRole('heading', { name: '总览', level: 1 }).waitFor()
}

async function takeAll(browser: Browser, address: string, folder: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  page.setDefaultTimeout(60_000)
  await becomeOwner(page, address)
  const shop = `${address}/stores/demo`
  const pictures: [name: string, path: string][] = [
    ['cockpit', `insight?${NOVEMBER}`],
    ['explorer', `insight/explore?${NOVEMBER}&metrics=netPaid,uv,cvr&by=channel`],
    ['quality', 'data/quality'],
  ]
  for (const [name, path] of pictures) {
    await page.goto(`${shop}/${path}`)
    await take(page, name)
  }
  const file = join(folder, '订单报表.csv')
  await writeFile(file, ORDERS)
  await page.goto(`${shop}/data/imports`)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.waitForURL('**/data/imports/new?upload=*')
  await take(page, 'import')
}

const executablePath = findChromium(process.env)
if (!executablePath) throw new Error(CHROMIUM_MISSING)
const folder = await mkdtemp(join(tmpdir(), 'zhanggui-pictures-'))
const settings = readSettings({ ZHANGGUI_HOME: join(folder, 'home'), PORT: '0', LOG_LEVEL: 'warn' })
const running = await serve(settings, { demo: false, print: () => undefined })
try {
  await createDemo(running.context)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  await takeAll(browser, running.address, folder)
  await browser.close()
} finally {
  await running.close()
  await rm(folder, { recursive: true, force: true })
}
