import type { Attribution, BenchmarkGaps, Explanation, IssueList, Weaknesses } from '@zhanggui/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenServer, openDemoShop, STORE } from '../support/open-demo-shop.ts'
import { OWNER } from '../support/serve-to-browser.ts'

let shop: OpenServer
const OCTOBER = 'from=2026-10-01&to=2026-11-01'
const ask = <T>(path: string): Promise<T> => shop.api<T>(`/v1/stores/${STORE}/review/${path}`)

beforeAll(async () => {
  shop = await openDemoShop()
  await shop.api('/v1/setup', OWNER)
})
afterAll(() => shop.close())

/** Unrounded figures of a table's rows, by their key. */
const figures = (page: Page, label: string): Promise<number[]> =>
  page
    .getByRole('region', { name: label })
    .locator('tbody tr[data-row-key] [data-value]')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))))

test('[P14.01] why it changed: the effects on the screen add up to the change, and another metric is asked by its address', async () => {
  const page = await shop.openPage(`/stores/${STORE}/review/drivers?${OCTOBER}`)
  await page.getByRole('heading', { name: '由哪些因素带来' }).waitFor()
  const answer = await ask<Explanation>(`explanation?${OCTOBER}`)
  const effects = await figures(page, '由哪些因素带来')
  expect(effects.reduce((sum, effect) => sum + effect, 0)).toBe(answer.change)
  expect((await figures(page, '按类目看')).reduce((sum, effect) => sum + effect, 0)).toBe(answer.change)

  await page.getByRole('combobox', { name: '按什么看' }).click()
  await page.getByTitle('渠道', { exact: true }).click()
  await page.waitForURL(/by=channel/)
  await page.getByRole('heading', { name: '按渠道看' }).waitFor()
  await page.goto(`${shop.address}/stores/${STORE}/review/drivers?metric=cvr&by=device&${OCTOBER}`)
  await page.getByText('“自身”是它自己的比率变了').waitFor()
  await page.close()
})

test('[P8.33] every model on the screen adds up to 100 %, private and natural channels included', async () => {
  const page = await shop.openPage(`/stores/${STORE}/review/attribution?${OCTOBER}`)
  await page.getByRole('heading', { name: '各渠道占支付金额' }).waitFor()
  const { channels } = await ask<Attribution>(`attribution?${OCTOBER}`)
  expect(channels.map((c) => c.nameZh)).toEqual(expect.arrayContaining(['搜索', '私域']))
  const shares = await figures(page, '各渠道占支付金额')
  expect(shares).toHaveLength(channels.length * 7)
  for (let model = 0; model < 7; model++) {
    const column = shares.filter((_, i) => i % 7 === model)
    expect(column.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  }
  await page.getByRole('heading', { name: '投入产出' }).waitFor()
  await page.getByText('流量类型', { exact: true }).click()
  await page.waitForURL(/by=trafficClass/)
  const classes = page.getByRole('region', { name: '各渠道占支付金额' })
  await classes.getByRole('cell', { name: '付费推广', exact: true }).waitFor()
  await page.close()
})

test('[P14.11][P14.04][P1.15] what is weak, what buyers complain of, and a gap that becomes an initiative', async () => {
  const page = await shop.openPage(`/stores/${STORE}/review/diagnosis?${OCTOBER}`)
  const weak = page.getByRole('list', { name: '弱项' })
  const { weaknesses } = await ask<Weaknesses>(`weaknesses?${OCTOBER}`)
  if (weaknesses.length > 0) await weak.waitFor()
  expect(await weak.getByRole('listitem').count()).toBe(weaknesses.length)
  await page.getByRole('heading', { name: '买家在抱怨什么' }).waitFor()
  const { issues } = await ask<IssueList>(`issues?${OCTOBER}`)
  await page.getByRole('cell', { name: issues[0]?.nameZh ?? '', exact: true }).waitFor()

  await page
    .getByRole('row', { name: /私域流量占比/ })
    .getByRole('button', { name: '立项' })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('负责人').fill('王店长')
  await dialog.getByLabel('改善的商品 ID').fill('i1')
  await dialog.getByLabel('对照商品 ID').fill('i2')
  await dialog.getByRole('button', { name: '立项' }).click()
  await page
    .getByRole('row', { name: /私域流量占比/ })
    .getByText('已立项')
    .waitFor()
  const { benchmarks } = await ask<BenchmarkGaps>(`benchmarks?${OCTOBER}`)
  expect(benchmarks.find((b) => b.id === 'privateShare')?.initiative?.state).toBe('planned')
  expect(shop.complaints).toEqual([])
  await page.close()
})
