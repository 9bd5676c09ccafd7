import type { CampaignComparison, ReportLibrary, ReportView, Survey } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenServer, openDemoShop, STORE } from '../support/open-demo-shop.ts'
import { OWNER } from '../support/serve-to-browser.ts'

let shop: OpenServer
const REPORT = `/stores/${STORE}/review/reports/monthly-review/2026-10`

beforeAll(async () => {
  shop = await openDemoShop()
  await shop.api('/v1/setup', OWNER)
})
afterAll(() => shop.close())

test('the library says what is due and leads to the report; every figure in it leads to its query', async () => {
  const page = await shop.openPage(`/stores/${STORE}/review`)
  await page.getByRole('heading', { name: '报告', exact: true }).waitFor()
  const { kinds } = await shop.api<ReportLibrary>(`/v1/stores/${STORE}/reports`)
  for (const { nameZh } of kinds) await page.getByText(nameZh, { exact: true }).first().waitFor()
  await page.getByRole('link', { name: '2026 年 10 月' }).first().click()
  await page.getByRole('heading', { name: '2026 年 10 月月度复盘' }).waitFor()
  const { document } = await shop.api<ReportView>(`/v1/stores/${STORE}/reports/monthly-review/2026-10`)
  const figures = document.chapters.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'figures')
  const paid = figures?.kind === 'figures' ? figures.items[0] : undefined
  const shown = page.getByRole('link', { name: /^支付金额/ }).first()
  expect(await shown.locator('[data-value]').getAttribute('data-value')).toBe(String(paid?.figure.value))
  await shown.click()
  await page.waitForURL(/insight\/explore\?.*metrics=paid.*from=2026-10-01/)
  await page.close()
})

test('a decision is written below the report, and the report is presented page by page with the arrow keys', async () => {
  const page = await shop.openPage(REPORT)
  await page.getByRole('heading', { name: '评论与决议' }).waitFor()
  await page.getByText('决议', { exact: true }).last().click()
  await page.getByRole('textbox', { name: '写下看法，或会上定下来的事' }).fill('直通车缩减两成')
  await page.getByRole('textbox', { name: '负责人' }).fill('小李')
  await page.locator('#note-due').fill('2026-12-01')
  await page.locator('#note-due').press('Enter')
  await page.getByRole('button', { name: /^添\s*加$/ }).click()
  await page.getByText('负责人 小李 · 期限 2026-12-01').waitFor()

  await page.getByRole('button', { name: /演\s*示/ }).click()
  const dialog = page.getByRole('dialog', { name: '2026 年 10 月月度复盘' })
  await dialog.getByText(/^1 \/ \d+$/).waitFor()
  await page.keyboard.press('ArrowRight')
  await dialog.getByText(/^2 \/ \d+$/).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: '评论与决议' }).waitFor()
  expect(shop.complaints).toEqual([])
  await page.close()
})

test('[P14.09] the year of the simulated shop in six parts, each with figures of its own', async () => {
  const { document } = await shop.api<ReportView>(`/v1/stores/${STORE}/reports/annual-summary/2026`)
  expect(document.chapters.map(({ title }) => title)).toEqual(['业绩', '流量', '转化', '用户资产', '问题', '明年'])
  const figures = document.chapters.map(({ blocks }) => JSON.stringify(blocks).match(/"value":-?\d/g)?.length ?? 0)
  expect(figures.filter((n) => n === 0)).toEqual([])
}, 120_000)

test('[P14.15] answers are pasted, seen as they will be read, taken in, and a change of next year rests on them', async () => {
  const add = (resource: string, data: object) => shop.api(`/v1/stores/${STORE}/resources/${resource}`, { data })
  const page = await shop.openPage(`/stores/${STORE}/review/surveys`)
  await page.getByText('还没有调研').waitFor()
  await add('surveys', { code: 'y26', name: '年度调研', year: 2026, invited: 100 })
  const question = {
    survey: 'y26',
    number: 1,
    text: '最希望改进什么',
    kind: 'single',
    area: 'logistics',
    improves: true,
  }
  await add('surveyQuestions', { ...question, options: '物流慢|包装' })
  await page.reload()
  await page.getByRole('button', { name: '导入答卷' }).click()
  const rows = Array.from({ length: 20 }, (_, i) => `u${i},${i < 15 ? '物流慢' : '包装'}`)
  const dialog = page.getByRole('dialog', { name: '导入答卷' })
  await dialog.getByRole('textbox').fill(['昵称,改进', ...rows, 'u99,太贵'].join('\n'))
  await dialog.getByRole('button', { name: '看看怎么读' }).click()
  // The header says nothing known: whoever imports says what the column is.
  await dialog.getByRole('combobox', { name: '改进 当作' }).click()
  await page.getByTitle('1. 最希望改进什么').click()
  await dialog.getByText('读到 21 行，其中 1 行有问题').waitFor()
  await dialog.getByRole('cell', { name: '不是这道题的选项' }).waitFor()
  await dialog.getByRole('button', { name: '导入 20 行' }).click()
  await dialog.getByText('已导入 20 份').waitFor()
  await dialog
    .getByRole('button', { name: /^关\s*闭$/ })
    .last()
    .click()

  const wanted = page.getByRole('row', { name: /选“物流慢”/ })
  expect(await wanted.locator('[data-value]').getAttribute('data-value')).toBe('0.75')
  await wanted.getByRole('button', { name: '列入明年' }).click()
  await page.getByLabel('做什么').fill('加开夜班发货')
  await page.getByRole('dialog', { name: '写成明年的一项工作' }).getByRole('button', { name: '列入明年' }).click()
  await page
    .getByRole('row', { name: /加开夜班发货/ })
    .getByRole('button', { name: '15 份' })
    .click()
  await page.getByText('所依据的 15 份答卷').waitFor()
  const { changes } = await shop.api<Survey>(`/v1/stores/${STORE}/review/surveys/y26`)
  expect(changes.map(({ text, cites }) => [text, cites.length])).toEqual([['加开夜班发货', 15]])
  expect(shop.complaints).toEqual([])
  await page.close()
})

test('two campaigns stand side by side, the answer first, every figure as it is asked; one that is gone is named in words', async () => {
  const campaigns = [
    { id: 'brand-day-25', name: '去年品牌日', template: 'brandDay', mainDay: '2025-11-11' },
    { id: 'brand-day-26', name: '今年品牌日', template: 'brandDay', mainDay: '2026-11-11' },
  ]
  for (const campaign of campaigns) await shop.api(`/v1/stores/${STORE}/campaigns`, campaign)
  const page = await shop.openPage(`/stores/${STORE}/review/compare`)
  await page.getByText('选两场活动开始对比').waitFor()
  for (const [choice, name] of [
    ['看哪场', '今年品牌日'],
    ['和哪场比', '去年品牌日'],
  ] as const) {
    await page.getByRole('combobox', { name: choice }).click()
    await page.locator('.ant-select-dropdown:visible').getByText(name, { exact: true }).click()
  }
  await page.getByText(/^今年品牌日支付 .*，比去年品牌日[多少] /).waitFor()
  const { metrics } = await shop.api<CampaignComparison>(
    `/v1/stores/${STORE}/campaign-comparison?first=brand-day-25&second=brand-day-26`,
  )
  const rows = page.getByRole('table', { name: '主要指标' }).locator('tbody tr:has([data-value])')
  const shown = await rows.evaluateAll((of) =>
    of.map((row) =>
      [...row.querySelectorAll('[data-value]')].map((cell) => cell.getAttribute('data-value')).slice(0, 2),
    ),
  )
  expect(shown).toEqual(metrics.map(({ values }) => values.map((value) => String(value ?? ''))))
  expect(shop.complaints).toEqual([])

  const ahead = { id: 'brand-day-27', name: '明年品牌日', template: 'brandDay', mainDay: '2027-11-11' }
  await shop.api(`/v1/stores/${STORE}/campaigns`, ahead)
  await page.goto(`${shop.address}/stores/${STORE}/review/compare?first=brand-day-26&second=brand-day-27`)
  await page.getByText('明年品牌日的这几天还没有订单：导入订单后再比。').waitFor()
  await page.goto(`${shop.address}/stores/${STORE}/review/compare?first=brand-day-25&second=gone`)
  await page.getByText('没有找到：活动 gone。').waitFor()
  await page.close()
})
