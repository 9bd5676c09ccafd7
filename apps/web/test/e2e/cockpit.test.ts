import type { FunnelResult, QueryRequest, QueryResult } from '@zhanggui/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenServer, openDemoShop, STORE } from '../support/open-demo-shop.ts'
import { OWNER } from '../support/serve-to-browser.ts'

let shop: OpenServer
beforeAll(async () => {
  shop = await openDemoShop()
})
afterAll(() => shop.close())

const at = (path: string) => `/stores/${STORE}/${path}`
const ask = (request: QueryRequest) => shop.api<QueryResult>(`/v1/stores/${STORE}/query`, request)
const range = { from: '2026-10-16', to: '2026-11-15' }
const fixed = (compare: string) => `from=${range.from}&to=${range.to}&compare=${compare}`

/** What a figure shows, unrounded, by its metric. */
const figuresOf = async (page: Page): Promise<Record<string, number | null>> =>
  page.locator('[data-metric]').evaluateAll((cells) =>
    Object.fromEntries(
      cells.map((cell) => {
        const text = cell.querySelector('[data-value]')?.getAttribute('data-value') ?? ''
        return [cell.getAttribute('data-metric') ?? '', text === '' ? null : Number(text)]
      }),
    ),
  )

const rankingOf = async (page: Page, title: string): Promise<[string, number][]> =>
  page
    .getByRole('region', { name: title, exact: true })
    .locator('[data-key]')
    .evaluateAll((rows) =>
      rows.map((row): [string, number] => [
        row.getAttribute('data-key') ?? '',
        Number(row.querySelector('[data-value]')?.getAttribute('data-value')),
      ]),
    )

describe('first run', () => {
  test('the first visitor creates the owner and stands in the shop', async () => {
    const page = await shop.openPage('/')
    await page.getByRole('heading', { name: '首次设置' }).waitFor()
    await page.getByLabel('姓名').fill(OWNER.name)
    await page.getByLabel('邮箱').fill(OWNER.email)
    await page.getByLabel('密码', { exact: true }).fill('short')
    await page.getByRole('button', { name: '创建并进入' }).click()
    await page.getByText('密码至少要 10 个字符').waitFor()
    await page.getByLabel('密码', { exact: true }).fill(OWNER.password)
    await page.getByRole('button', { name: '创建并进入' }).click()
    await page.getByRole('heading', { name: '总览', level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe(at('insight'))
    await page.close()
  })
})

describe('cockpit', () => {
  test.each(['previous', 'yoy', 'campaignDay', 'lunar'])(
    '[P9.14] figures on screen equal query results, to the fen and the person, compared %s',
    async (compare) => {
      const page = await shop.openPage(at(`insight?${fixed(compare)}`))
      await page.locator('[data-metric=netPaid] [data-value]').waitFor()
      const shown = await figuresOf(page)
      expect(Object.keys(shown).length).toBeGreaterThanOrEqual(10)
      const answer = await ask({ metrics: Object.keys(shown), ...range, compare: compare as 'yoy' })
      for (const [metric, value] of Object.entries(shown))
        expect([metric, value]).toEqual([metric, answer.rows[0]?.[metric]])
      await page.close()
    },
  )

  test('[P9.14] rankings, top items and funnel on screen equal query results', async () => {
    const page = await shop.openPage(at(`insight?${fixed('previous')}`))
    for (const [title, dimension] of [
      ['渠道', 'channel'],
      ['类目', 'category'],
    ] as const) {
      await page.getByRole('region', { name: title, exact: true }).locator('[data-key]').first().waitFor()
      const shown = await rankingOf(page, title)
      const answer = await ask({
        metrics: ['paid'],
        by: [dimension],
        ...range,
        order: { by: 'paid', direction: 'desc' },
      })
      expect(shown).toEqual(answer.rows.slice(0, shown.length).map((row) => [row[dimension], row.paid]))
    }
    const items = await page
      .getByRole('region', { name: '热卖商品' })
      .locator('tbody tr[data-row-key]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row-key')))
    const best = await ask({
      metrics: ['paid'],
      by: ['item'],
      ...range,
      order: { by: 'paid', direction: 'desc' },
      limit: 10,
    })
    expect(items).toEqual(best.rows.map((row) => row.item))

    const steps = await page
      .locator('[data-step] [data-value]')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))))
    const funnel = await shop.api<FunnelResult>(`/v1/stores/${STORE}/funnel`, {
      steps: ['view', 'cart', 'order', 'pay'],
      ...range,
    })
    expect(steps).toEqual(funnel.steps.map(({ visitors }) => visitors))
    await page.close()
  })

  test('[P9.14] the table twin of the trend holds every day of the query', async () => {
    const page = await shop.openPage(at(`insight?${fixed('none')}`))
    await page.getByRole('button', { name: /^表: 趋势/ }).click()
    const shown = await page
      .getByRole('region', { name: '趋势' })
      .locator('td [data-value]')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))))
    const answer = await ask({ metrics: ['netPaid'], by: ['day'], ...range, fillGaps: true })
    expect(shown).toEqual(answer.rows.map((row) => row.netPaid))
    await page.close()
  })

  test('hover explains a figure, a click asks further, back comes back', async () => {
    const page = await shop.openPage(at(`insight?${fixed('yoy')}`))
    const figure = page.locator('[data-metric=cvr]')
    await figure.hover()
    await page.getByRole('tooltip').getByText('支付买家数 ÷ 访客数').waitFor()
    await page.getByRole('tooltip').getByText('数据更新到').waitFor()
    const value = (await figuresOf(page)).cvr
    await figure.click()
    await page.getByRole('heading', { name: '探索', level: 1 }).waitFor()
    const asked = new URL(page.url()).searchParams
    expect(Object.fromEntries(asked)).toEqual({ metrics: 'cvr', ...range, compare: 'yoy' })
    await page.locator('dd[data-metric=cvr]').waitFor()
    expect(Number(await page.locator('dd[data-metric=cvr]').getAttribute('data-value'))).toBe(value)
    await page.goBack()
    await page.getByRole('heading', { name: '总览', level: 1 }).waitFor()
    await page.close()
  })

  test('a part that cannot be read says so and can be tried again, while the rest stands', async () => {
    const page = await shop.openPage('about:blank')
    const broken = {
      error: { code: 'overloaded', message: '现在太忙，请稍后再试。', messageEn: 'Busy; try again later.' },
    }
    await page.route('**/funnel', (route) => route.fulfill({ status: 500, json: broken }))
    await page.goto(shop.address + at('insight'))
    const funnel = page.getByRole('region', { name: '购买路径' })
    await funnel.getByRole('alert').getByText('现在太忙').waitFor()
    await page.locator('[data-metric=netPaid] [data-value]').waitFor()
    await page.unroute('**/funnel')
    await funnel.getByRole('button', { name: '重试' }).click()
    await funnel.locator('[data-step]').first().waitFor()
    await page.close()
  })

  test('a period chosen in the top bar is in the address and stays on other pages', async () => {
    const page = await shop.openPage(at('insight'))
    await page.getByRole('button', { name: '时间范围' }).click()
    await page.getByRole('button', { name: '近 7 天', exact: true }).click()
    await page.waitForURL(/range=last7/)
    await page.getByRole('button', { name: '时间范围' }).getByText('11月8日 – 11月14日').waitFor()
    await page.getByRole('link', { name: '探索', exact: true }).click()
    await page.waitForURL(/insight\/explore\?range=last7/)
    await page.close()
  })
})

describe('every reader', () => {
  test.each(['insight', 'insight/explore?metrics=paid,cvr&by=channel', 'insight/metrics'])(
    '%s does not scroll sideways, on a phone, a tablet or a wall',
    async (path) => {
      const page = await shop.openPage(at(path), { width: 390, height: 844 })
      await page.getByRole('heading', { level: 1 }).waitFor()
      for (const [width, height] of [
        [390, 844],
        [768, 1024],
        [3840, 2160],
      ] as const) {
        await page.setViewportSize({ width, height })
        await page.waitForLoadState('networkidle')
        // Charts and tables measure themselves after a change of size, and draw in the frame after that.
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect([width, sideways <= 0]).toEqual([width, true])
      }
      await page.close()
    },
  )

  test('on a phone the navigation is a drawer and tables are cards', async () => {
    const page = await shop.openPage(at('insight'), { width: 390, height: 844 })
    await page.getByRole('list', { name: '热卖商品' }).getByRole('listitem').first().waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await page.getByRole('button', { name: '打开导航' }).click()
    await page.getByRole('dialog').getByRole('link', { name: '指标', exact: true }).click()
    await page.getByRole('heading', { name: '指标', level: 1 }).waitFor()
    await page.close()
  })

  test('English reads English, dark is dark, and both are remembered', async () => {
    const page = await shop.openPage(at('insight'))
    await page.getByRole('button', { name: '账号与显示' }).click()
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
    await page.getByText('Dark', { exact: true }).click()
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await page.reload()
    await page.locator('[data-metric=netPaid] [data-value]').waitFor()
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(13, 14, 17)')
    const kpis = await page.getByRole('region', { name: 'Key figures' }).textContent()
    expect(kpis).not.toMatch(/[\u4e00-\u9fff]/)
    expect(kpis).toMatch(/pp/)
    await page.getByRole('button', { name: 'Account and display' }).click()
    await page.getByText('中文', { exact: true }).click()
    await page.getByText('浅色', { exact: true }).click()
    await page.close()
  })

  test('nothing moves when the figures arrive', async () => {
    const page = await shop.openPage('about:blank')
    await page.addInitScript(() => {
      const moved = window as unknown as { moved: number }
      moved.moved = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.moved += (entry as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(shop.address + at('insight'))
    await page.getByRole('region', { name: '趋势' }).locator('canvas').waitFor()
    await page.waitForLoadState('networkidle')
    // The limit that browsers call good is 0.1.
    expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(0.02)
    await page.close()
  })

  test('every button, link and field says what it is', async () => {
    for (const path of ['insight', 'insight/explore?metrics=paid&by=channel&filter=device:app', 'insight/metrics']) {
      const page = await shop.openPage(at(path))
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      const nameless = await page.locator('button:visible, a[href]:visible, input:visible').evaluateAll((elements) =>
        elements
          .filter((element) => {
            const labels = (element as HTMLInputElement).labels
            const text = element.getAttribute('aria-label') || element.textContent || labels?.[0]?.textContent
            return !text?.trim() && !element.getAttribute('aria-labelledby') && !element.closest('[aria-label]')
          })
          .map((element) => element.outerHTML.slice(0, 200)),
      )
      expect([path, nameless]).toEqual([path, []])
      await page.close()
    }
  })

  test('⌘K and / find pages and metrics; Esc closes; Enter opens', async () => {
    const page = await shop.openPage(at('insight'))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索页面和指标' }).fill('refundRate')
    await page
      .getByRole('option', { name: /退款率/ })
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('option').first().waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: '搜索页面和指标' }).fill('指标')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '指标', level: 1 }).waitFor()
    await page.close()
  })

  test('whoever signs out sees nothing more, and comes back to where they wanted to go', async () => {
    const page = await shop.openPage(at('insight'))
    await page.getByRole('button', { name: '账号与显示' }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await page.goto(`${shop.address}${at('insight/metrics?q=uv')}`)
    await page.getByLabel('邮箱').fill(OWNER.email)
    await page.getByLabel('密码', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('邮箱').inputValue()).toBe(OWNER.email)
    await page.getByLabel('密码', { exact: true }).fill(OWNER.password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { name: '指标', level: 1 }).waitFor()
    expect(new URL(page.url()).search).toBe('?q=uv')
    await page.close()
  })

  test('no page complained in the console', () => {
    // The browser itself reports the refused sign-in and the failed call above.
    expect(shop.complaints.filter((text) => !/status of (401|500)/.test(text))).toEqual([])
  })
})
