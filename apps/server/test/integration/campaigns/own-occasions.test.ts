import type { CalendarYear, PlanDetail, PlanFindings } from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FactRow, insertFacts } from '../insight/insert-facts.ts'
import { at, type CalendarShop, foreign, openCalendarShop } from './calendar-shop.ts'

let shop: CalendarShop
beforeAll(async () => {
  shop = await openCalendarShop()
})
afterAll(() => shop.close())

describe('[P3.14] a shop with two years of sales', () => {
  const FIRST = parseDay('2024-11-01')
  /** A quiet fortnight every July, outdoor goods strong in July, food the same all year. */
  const saleOn = (day: string, category: string): FactRow => {
    const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))]
    const quiet = month === 7 && date >= 4 && date <= 20 ? 0.5 : 1
    const cents = Math.round(100_000 * quiet * (category === '户外' && month === 7 ? 2.2 : 1))
    const at = `${day}T04:00:00.000Z`
    return {
      store: 'gamma',
      row_key: `${day}${category}`,
      order_id: `${day}${category}`,
      line_no: 1,
      buyer: 1,
      category,
      created_at: at,
      created_day: day,
      paid_at: at,
      paid_day: day,
      line_cents: cents,
      paid_cents: cents,
    }
  }
  beforeAll(async () => {
    await shop.owner({ method: 'POST', url: '/v1/stores', payload: { id: 'gamma', name: 'gamma' } })
    const days = Array.from({ length: 730 }, (_, i) => addDays(FIRST, i))
    await insertFacts(
      shop.context,
      'order_lines',
      days.flatMap((day) => ['户外', '食品'].map((c) => saleOn(day, c))),
    )
  })
  const readGamma = async (query: string): Promise<CalendarYear> =>
    (await shop.owner({ url: `/v1/stores/gamma/calendar?${query}` })).json()

  test('a planted dip of its own course gets an event for the category that is in season then', async () => {
    // Gaps are asked for from four months on, so that only the dip can be the reason.
    const { proposals } = await readGamma('year=2027&gapDays=120')
    expect(proposals).toEqual([
      expect.objectContaining({ reason: 'dip', kind: 'categoryDay', category: '户外', nameZh: '户外品类日' }),
    ])
    const [dip] = proposals
    expect(dip && dip.from >= '2027-07-01' && dip.to <= '2027-07-24').toBe(true)
    expect(dip?.hole.depth).toBeGreaterThan(0.2)
  })
  test('[P3.13] a theme names the categories that are in season while it runs', async () => {
    const { themes } = await readGamma('year=2027')
    expect(themes.find((t) => t.id === 'summerCool')?.proposed.map((p) => p.category)).toEqual(['户外'])
    expect(themes.find((t) => t.id === 'winterWarm')?.proposed).toEqual([])
  })
  test('nothing is expected of a year too far ahead, and nothing of one that is over', async () => {
    const reasons = async (year: number) => (await readGamma(`year=${year}&gapDays=120`)).proposals
    expect([await reasons(2035), await reasons(2025)]).toEqual([[], []])
  })
})

describe('own occasions', () => {
  test.each([
    ['a main day before the first day', { mainDay: '2027-04-10', fromDay: '2027-04-11' }, 'fromDay'],
    ['an end before the main day', { mainDay: '2027-04-10', toDay: '2027-04-09' }, 'toDay'],
    [
      'a pre-heat after the start',
      { mainDay: '2027-04-10', fromDay: '2027-04-08', preheatFromDay: '2027-04-09' },
      'preheatFromDay',
    ],
    [
      'a closing before the end',
      { mainDay: '2027-04-10', toDay: '2027-04-12', closingToDay: '2027-04-11' },
      'closingToDay',
    ],
  ])('%s is refused at its field', async (_rule, days, field) => {
    const payload = { data: { name: 'x', ...days } }
    const answer = await shop.owner({ method: 'POST', url: at('resources/shop-occasions'), payload })
    expect(answer.json().error.facts.fields.map((f: { field: string }) => f.field)).toEqual([field])
  })

  test('count as campaign days in queries, under their name, and align with last year', async () => {
    const sale = (day: string, paid: number): FactRow => ({
      store: 'alpha',
      row_key: `r${day}`,
      order_id: `o${day}`,
      line_no: 1,
      buyer: 1,
      created_at: `${day}T04:00:00.000Z`,
      created_day: day,
      paid_at: `${day}T04:00:00.000Z`,
      paid_day: day,
      line_cents: paid,
      paid_cents: paid,
    })
    const days = ['2025-04-18', '2025-04-19', '2026-04-17', '2026-04-18', '2026-04-19']
    await insertFacts(
      shop.context,
      'order_lines',
      days.map((day, i) => sale(day, 100 * (i + 1))),
    )
    const ask = async (request: object) => {
      const answer = await shop.owner({ method: 'POST', url: at('query'), payload: request })
      return { status: answer.statusCode, body: answer.json() }
    }
    const range = { from: '2026-04-18', to: '2026-04-20' }
    const before = await ask({ metrics: ['paid'], compare: 'campaignDay', ...range })
    expect([before.status, before.body.error?.code]).toEqual([422, 'no_campaign_to_align'])

    const row = await shop.addRecord('shop-occasions', {
      name: '宠粉节',
      mainDay: '2025-04-18',
      toDay: '2025-04-19',
      recurs: 'yearly',
    })
    const byOccasion = await ask({ metrics: ['paid'], by: ['occasion'], from: '2026-04-17', to: '2026-04-20' })
    expect(byOccasion.body.rows).toEqual([
      { occasion: `shop:${row.id}`, paid: 900 },
      { occasion: '', paid: 300 },
    ])
    expect(byOccasion.body.labels.occasion).toEqual({ [`shop:${row.id}`]: '宠粉节' })
    const aligned = await ask({
      metrics: ['paid', 'promoShare'],
      by: ['campaignDay'],
      compare: 'campaignDay',
      ...range,
    })
    expect(aligned.body.compareRange).toEqual({ from: '2025-04-18', to: '2025-04-20' })
    expect(aligned.body.rows.map((r: Record<string, unknown>) => [r.campaignDay, r.paid, r.paidCompare])).toEqual([
      ['D0', 400, 100],
      ['D+1', 500, 200],
    ])
    await shop.removeRecord('shop-occasions', row)
    const after = await ask({ metrics: ['paid'], by: ['occasion'], ...range })
    expect(after.body.rows).toEqual([{ occasion: '', paid: 900 }])
  })

  test('of a foreign calendar do not count until somebody says so', async () => {
    await shop.importFile(foreign(['UID:meeting', 'SUMMARY:季度会议', 'DTSTART;VALUE=DATE:20270305']))
    const { occasions } = await shop.readYear('year=2027')
    expect(occasions.find((o) => o.nameZh === '季度会议')).toMatchObject({ counted: false, origin: 'shop' })
  })
})

describe('[P3.13] an occasion is put into a plan with what it is made of', () => {
  const place = (payload: Record<string, unknown>) =>
    shop.owner({ method: 'POST', url: at('calendar/occasions/place'), payload })
  const readPlan = async (): Promise<PlanDetail> => (await shop.owner({ url: at('plans/plan-2027') })).json()
  const asked = { plan: 'plan-2027', occasion: 'anniversary', mainDay: '2027-04-10' }
  beforeAll(async () => {
    await shop.owner({ method: 'POST', url: at('plans'), payload: { year: 2027, name: '2027' } })
  })

  test('[P3.13] the anniversary: a draw in the pre-heat, a flash sale in the burst, a live session on the day, each ready the day before', async () => {
    expect((await place(asked)).json()).toMatchObject({ events: 1, tasks: 4, present: 0 })
    const { events, tasks } = await readPlan()
    expect(events).toMatchObject([
      { name: '8周年庆', mainDay: '2027-04-10', fromDay: '2027-04-03', toDay: '2027-04-14' },
    ])
    expect(tasks.map(({ title, team, dueDay }) => [title, team, dueDay])).toEqual([
      ['8周年庆 · 限时秒杀', 'operations', '2027-04-09'],
      ['8周年庆 · 会员抽奖', 'members', '2027-04-02'],
      ['8周年庆 · 达人直播', 'content', '2027-04-09'],
      ['8周年庆 · 会员升级', 'members', '2027-04-09'],
    ])
  })

  test('the plan check knows the anniversary that the plan follows', async () => {
    const { findings }: PlanFindings = (await shop.owner({ url: at('plans/plan-2027/findings') })).json()
    expect(findings.filter((f) => f.rule.startsWith('event-occasion') || f.rule === 'event-dates-differ')).toEqual([])
  })

  test('what is there already stays as it is', async () => {
    expect((await place(asked)).json()).toMatchObject({ events: 0, tasks: 0, present: 5 })
    expect((await readPlan()).tasks).toHaveLength(4)
  })

  test.each([
    ['an occasion that does not come on that day', { ...asked, mainDay: '2027-04-11' }, 'not_found'],
    ['another year than the plan’s', { ...asked, mainDay: '2028-04-10' }, 'invalid_request'],
    ['a block that nobody knows', { ...asked, blocks: ['fireworks'] }, 'invalid_request'],
  ])('%s is refused', async (_, payload, code) => {
    expect((await place(payload)).json()).toMatchObject({ error: { code } })
  })
})
