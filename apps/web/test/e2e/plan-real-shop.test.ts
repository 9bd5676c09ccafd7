import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ForecastResult, GoalsView, PlanDetail, PlanFindings } from '@zhanggui/contract'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paidInYear, type RetailAbroad, writeRetailAbroad } from '../../../server/test/support/retail-abroad.ts'
import { type OpenShop, openShop } from '../support/open-shop.ts'

/** What a real gift shop sold abroad: 2010 to plan from, then the real 2011. */
const DATA = process.env.ZHANGGUI_DATA ?? join(import.meta.dirname, '../../../../../shared/data')
const reason = existsSync(join(DATA, 'online_retail_ii'))
  ? undefined
  : `online_retail_ii is not under ${DATA}; set ZHANGGUI_DATA`

const STORE = { id: 'gifts', name: 'Gifts', currency: 'GBP', timezone: 'Europe/London' }
const api = `/v1/stores/${STORE.id}`
const IMPORT_MS = 120_000
const STRATEGY = '礼品靠老客复购和年末旺季，先稳住批发客户，再做新品。'

/** Spaces are set between Chinese and Latin on the screen and in the document. */
const plain = (text: string): string => text.replace(/\s/g, '')

describe.skipIf(reason)(`a plan for a real shop, in a browser ${reason ?? ''}`, () => {
  let shop: OpenShop
  let page: Page
  let folder: string
  let abroad: RetailAbroad
  const plan = () => shop.api<PlanDetail>('GET', `${api}/plans/plan-2011`)
  const go = (path: string): Promise<unknown> => page.goto(`${shop.address}/stores/${STORE.id}/${path}`)

  const importFile = async (file: string): Promise<void> => {
    await go('data/imports')
    await page.locator('input[type=file]').setInputFiles(file)
    await page.waitForURL('**/data/imports/new?upload=*')
    await page.getByText('已识别').waitFor()
    await page.getByRole('button', { name: '开始导入' }).click()
    await page.getByRole('button', { name: '查看这段时间的数据' }).waitFor({ timeout: IMPORT_MS })
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhanggui-abroad-'))
    abroad = await writeRetailAbroad(DATA, folder)
    shop = await openShop()
    await shop.api('POST', '/v1/stores', STORE)
    page = await shop.openPage(`/stores/${STORE.id}/data/imports`)
  })
  afterAll(async () => {
    await shop?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('the order log is dropped on the page and is there', () => importFile(abroad.files[0] ?? ''), 180_000)

  test('the forecast says what the next four weeks bring', async () => {
    await go('insight/forecast')
    const answer = page.getByRole('region', { name: '预测' })
    await answer.getByText('未来 28 天合计').waitFor()
    const shown = Number(await answer.locator('[data-value]').first().getAttribute('data-value'))
    const asked = { metric: 'paid', grain: 'day', horizon: 28, levels: [0.8, 0.95] }
    const { whole, asOf } = await shop.api<ForecastResult>('POST', `${api}/forecast`, asked)
    expect([asOf, shown]).toEqual(['2010-12-10', whole.total?.mean])
  }, 60_000)

  test('a plan of 2011 grows from the year’s own sales, and every sum of its goals holds', async () => {
    await go('goals/plans')
    await page.getByRole('button', { name: '新建规划' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('年份').fill('2011')
    await dialog.getByText('按去年数据').click()
    await dialog.getByLabel('全年销售比去年').fill('30')
    await dialog.getByRole('button', { name: '新建规划' }).click()
    await page.getByRole('heading', { name: '2011 年度规划', level: 1 }).waitFor()

    await go('goals/tree?plan=plan-2011')
    await page.getByText('全部相符').waitFor()
    const { goals } = await shop.api<GoalsView>('GET', `${api}/plans/plan-2011/goals`)
    const year = goals.find((g) => g.metric === 'paid' && g.period === '2011' && g.parentId === null)
    const quarters = goals.filter((g) => g.parentId === year?.id && g.axis === 'period')
    expect(quarters.reduce((sum, g) => sum + (g.target ?? 0), 0)).toBe(year?.target)
    expect(year?.target).toBe(Math.round((year?.baseline ?? 0) * 1.3))
    // The last three weeks of 2010 were still to come: they are forecast.
    expect(year?.baseline).toBeGreaterThan(paidInYear(abroad.paid, '2010'))
  }, 90_000)

  test('a budget is begun from a profile, and the check says what is still to do and leads there', async () => {
    await go('budget?plan=plan-2011')
    await page.getByLabel('总预算（可稍后填）').fill('120万')
    await page.getByRole('button', { name: '用这个模板' }).first().click()
    await page.getByRole('button', { name: '加一行', exact: true }).waitFor()

    await go('goals/check?plan=plan-2011')
    const chapter = page.locator('[data-rule="chapter-empty"]').first()
    await chapter.waitFor()
    const { findings } = await shop.api<PlanFindings>('GET', `${api}/plans/plan-2011/findings`)
    expect(findings.some((f) => f.rule === 'chapter-empty')).toBe(true)
    await chapter.getByRole('link', { name: '去修改' }).click()
    await page.waitForURL(/goals\/plans\/plan-2011\?field=/)
  }, 60_000)

  test('[P14.16] a chapter is written on the plan page, and the opened Word document has it with the plan’s figures', async () => {
    await go('goals/plans/plan-2011?field=strategy')
    await page.getByRole('textbox', { name: '策略' }).fill(STRATEGY)
    await page
      .locator('[data-chapter="strategy"]')
      .getByRole('button', { name: /^保\s*存$/ })
      .click()
    await page.locator('[data-chapter="strategy"]').getByText(STRATEGY).waitFor()
    expect((await plan()).texts.strategy).toBe(STRATEGY)

    await go('review/plan-document?plan=plan-2011')
    await page.getByText(STRATEGY).first().waitFor()
    await page.getByRole('button', { name: '下载' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Word 文档' }).click()
    const bytes = await readFile(await (await downloading).path())
    const parts = unzipSync(bytes)
    const body = plain(strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, ''))
    expect(body).toContain(plain(STRATEGY))
    const year = (await plan()).goals.find((g) => g.metric === 'paid' && g.period === '2011')
    const pounds = new Intl.NumberFormat('zh-CN', {
      style: 'currency',
      currency: 'GBP',
      currencyDisplay: 'narrowSymbol',
    })
    expect(body).toContain(pounds.format((year?.target ?? 0) / 100))
    expect(Object.keys(parts).some((name) => /charts\/chart\d+\.xml$/.test(name))).toBe(true)
  }, 60_000)

  test('[P2.22] the real 2011 comes in, and each month stands against its target as it was', async () => {
    await importFile(abroad.files[1] ?? '')
    const { goals } = await plan()
    for (const month of ['2011-03', '2011-11']) {
      await go(`goals/tree?plan=plan-2011&view=attainment&period=${month}`)
      const goal = goals.find((g) => g.period === month && Object.keys(g.scope).length === 0)
      const row = page.locator(`tr[data-row-key="${goal?.id}"]`)
      await row.waitFor()
      const shown = await row
        .locator('[data-value]')
        .evaluateAll((cells) => cells.map((c) => c.getAttribute('data-value')))
      const actual = abroad.paid.get(month) ?? Number.NaN
      expect(shown).toEqual(expect.arrayContaining([String(goal?.target), String(actual)]))
      await row.getByText(actual >= (goal?.target ?? 0) ? '达成' : '落后').waitFor()
    }
  }, 240_000)

  test('looking back from mid-year, the year’s end is a forecast with its interval', async () => {
    await go('goals/tree?plan=plan-2011&view=attainment&period=2011&asOf=2011-07-01')
    await page.getByText('截至 2011年7月1日').first().waitFor()
    const year = (await plan()).goals.find((g) => g.metric === 'paid' && g.period === '2011' && g.parentId === null)
    const toJuly = [...abroad.paid].filter(([month]) => month >= '2011-01' && month < '2011-07')
    const actual = toJuly.reduce((sum, [, pence]) => sum + pence, 0)
    const row = page.locator(`tr[data-row-key="${year?.id}"]`)
    await row.locator(`[data-value="${actual}"]`).waitFor()
    await row.getByText(/达成|有风险|落后/).waitFor()
  }, 120_000)
})
