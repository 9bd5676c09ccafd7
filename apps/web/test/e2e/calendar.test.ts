import { readFile } from 'node:fs/promises'
import type { CalendarYear, PlanDetail, PlanSummary, ResourcePage } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

let shop: OpenShop
let plan: PlanSummary
beforeAll(async () => {
  shop = await openShop()
  plan = await shop.api('POST', api('plans'), { year: 2027, name: '2027 年度规划' })
})
afterAll(() => shop.close())

const api = (path: string) => `/v1/stores/${STORE.id}/${path}`
const at = (search = '') => `/stores/${STORE.id}/campaigns/calendar${search}`
const readYear = (year: number) => shop.api<CalendarYear>('GET', api(`calendar?year=${year}`))
const occasions = async () =>
  (await shop.api<ResourcePage>('GET', api('resources/shop-occasions'))).rows.map((r) => r.data)

describe('the calendar', () => {
  test('[P3.12] shows the year with its occasions, holidays and the lunar day; a chosen day is in the URL', async () => {
    const page = await shop.openPage(at('?year=2026'))
    await page.getByRole('button', { name: /2026年2月17日 周二，春节 休息日/ }).click()
    await page.getByRole('heading', { name: '2026年2月17日 周二' }).waitFor()
    expect(page.url()).toContain('day=2026-02-17')
    const double11 = page.getByRole('button', { name: /2026年11月11日.*双11 D0 爆发/ })
    expect(await double11.getAttribute('data-phase')).toBe('burst')
    await page.getByRole('button', { name: '下一年' }).click()
    await page.getByText('2027 年的放假通知还没有收录').waitFor()
    await page.getByRole('button', { name: '2027年6月', exact: true }).click()
    await page.getByRole('button', { name: '下个月' }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: '2027年12月', exact: true }).waitFor()
    await page.close()
  })

  test('arrow keys move over the year, Enter opens a day', async () => {
    const page = await shop.openPage(at('?year=2027&day=2027-06-18'))
    const day = page.locator('[data-day="2027-06-18"]')
    await day.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '2027年6月26日' }).waitFor()
    await page.close()
  })

  test('[P3.13] the anniversary is offered on its day and becomes an own occasion that comes every year', async () => {
    const page = await shop.openPage(at('?year=2027&day=2027-03-01'))
    await page.getByRole('button', { name: '采纳为店铺活动' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel('名称').inputValue()).toBe('11周年庆')
    await dialog.getByRole('button', { name: '新建' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await occasions()).toEqual([
      expect.objectContaining({
        name: '11周年庆',
        mainDay: '2027-03-01',
        preheatFromDay: '2027-02-22',
        closingToDay: '2027-03-04',
        recurs: 'yearly',
      }),
    ])
    await page.locator('[data-day="2027-03-01"][data-family="shop"]').waitFor()
    await page.close()
  })

  test('[P3.13] the anniversary goes into the plan with a draw, a flash sale and a live session, each a task on its own days', async () => {
    const page = await shop.openPage(at(`?year=2027&day=2027-03-01&plan=${plan.id}`))
    await page.getByRole('button', { name: '排进规划' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: /会员升级/ }).uncheck()
    await dialog.getByRole('button', { name: '排进规划' }).click()
    await page.getByText('已排进规划：新增活动 1 个、任务 3 项').waitFor()
    const { events, tasks } = await shop.api<PlanDetail>('GET', api(`plans/${plan.id}`))
    expect(events.map(({ name, mainDay }) => [name, mainDay])).toEqual([['11周年庆', '2027-03-01']])
    expect(tasks.map(({ title, dueDay }) => [title, dueDay])).toEqual([
      ['11周年庆 · 限时秒杀', '2027-02-28'],
      ['11周年庆 · 会员抽奖', '2027-02-21'],
      ['11周年庆 · 达人直播', '2027-02-28'],
    ])
    await page.close()
  })

  test('[P3.14] a proposal for a gap is taken with one click, and the gap is gone', async () => {
    const before = await readYear(2027)
    const [first] = before.proposals
    if (!first) throw new Error('an ordinary year has gaps')
    const page = await shop.openPage(at('?year=2027'))
    const panel = page.getByRole('region', { name: '空档与建议' })
    await panel.getByRole('button', { name: '采纳' }).first().click()
    await page.getByText(`已加入店铺活动：${first.nameZh}`).waitFor()
    const after = await readYear(2027)
    expect(after.proposals.map(({ id }) => id)).not.toContain(first.id)
    expect(after.occasions.some((o) => o.nameZh === first.nameZh && o.mainDay === first.mainDay)).toBe(true)
    await page.close()
  })

  test('a day marked as off is off everywhere', async () => {
    const page = await shop.openPage(at('?year=2027&day=2027-05-04'))
    await page.getByRole('button', { name: '标记休或班' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('劳动节')
    await dialog.getByRole('button', { name: '新建' }).click()
    await page.getByRole('button', { name: /2027年5月4日 周二，劳动节 休息日/ }).waitFor()
    await page.close()
  })

  test('[P3.22] a plan from templates lies in the Gantt chart with drift against its approved days', async () => {
    const page = await shop.openPage(at(`?year=2027&plan=${plan.id}`))
    await page.getByRole('button', { name: '从模板加入' }).click()
    const row = page.getByRole('listitem').filter({ hasText: '四季度 双11、双12 与年终囤货' })
    await row.getByRole('button', { name: '加入规划' }).click()
    await page.getByText('已加入 3 个活动、4 项任务').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
    const detail = await shop.api<PlanDetail>('GET', api(`plans/${plan.id}`))
    const events = detail.events.map((event) => ({
      ...event,
      baselineFromDay: event.fromDay,
      baselineToDay: event.toDay,
      ...(event.occasionId === 'double12' ? { toDay: '2027-12-17' } : {}),
    }))
    await shop.api('PUT', api(`plans/${plan.id}/parts/events`), { revision: detail.revisions.events, body: events })
    await page.goto(shop.address + at(`?view=gantt&year=2027&plan=${plan.id}`))
    await page.getByTitle('比基线晚 3 天').waitFor()
    await page.getByRole('button', { name: '双12（社群折扣、裂变）' }).click()
    await page.getByText('双12 裂变玩法').waitFor()
    expect(page.url()).toContain('rows=yearEndPlan-2027%2Fdouble12')
    await page.close()
  })

  test('a calendar file goes out and comes in; what cannot be taken is told', async () => {
    const page = await shop.openPage(at('?year=2027'))
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: '导出 .ics' }).click()
    const path = await (await download).path()
    expect(await readFile(path, 'utf8')).toContain('BEGIN:VCALENDAR')
    await page.getByRole('button', { name: '导入 .ics' }).click()
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:a',
      'SUMMARY:供应商大会',
      'DTSTART;VALUE=DATE:20270325',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:b',
      'SUMMARY:坏的',
      'DTSTART;VALUE=DATE:20270231',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n')
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'a.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) })
    await page.getByText('新增 1，更新 0，未变 0。').waitFor()
    await page.getByText('“2027-02-31”不是存在的日期').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
    await page.locator('[data-day="2027-03-25"][data-family="silent"]').waitFor()
    await page.close()
  })

  test('on a phone nothing scrolls sideways and a day comes up from below', async () => {
    for (const search of ['?year=2026', '?view=month&year=2026&month=11', '?view=gantt&year=2026']) {
      const page = await shop.openPage(at(search), { width: 390, theme: 'dark' })
      await page.getByRole('heading', { name: '提醒' }).waitFor()
      expect([search, await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')]).toEqual([
        search,
        true,
      ])
      await page.close()
    }
    const page = await shop.openPage(at('?year=2026'), { width: 390 })
    await page.locator('[data-day="2026-11-11"]').click()
    await page.getByRole('dialog').getByText('双11').first().waitFor()
    await page.close()
  })

  test('in English the same year speaks English', async () => {
    const page = await shop.openPage(at('?year=2027'), { language: 'en' })
    await page.getByRole('heading', { name: 'Gaps and proposals' }).waitFor()
    await page.getByRole('button', { name: /Fri 18 Jun 2027.*618 D0 burst/ }).waitFor()
    await page.close()
  })

  test('the console stays silent', () => expect(shop.complaints).toEqual([]))
})
