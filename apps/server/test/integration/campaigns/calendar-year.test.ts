import type { CalendarYear } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, type CalendarShop, openCalendarShop } from './calendar-shop.ts'

let shop: CalendarShop
beforeAll(async () => {
  shop = await openCalendarShop()
})
afterAll(() => shop.close())

describe('a year', () => {
  test('[P3.12] holds every day with its lunar date, the occasions with their phases, and named days', async () => {
    const { days, occasions, named } = await shop.readYear('year=2026')
    expect(days).toHaveLength(365)
    expect(days.find((d) => d.day === '2026-02-17')).toEqual({
      day: '2026-02-17',
      lunar: '正月',
      kind: 'holiday',
      nameZh: '春节',
      known: true,
      basis: 'notice',
    })
    expect(occasions.find((o) => o.id === 'double11')).toMatchObject({
      origin: 'platform',
      counted: true,
      mainDay: '2026-11-11',
    })
    expect(named.filter((n) => n.day === '2026-09-25').map((n) => n.nameZh)).toEqual(['中秋'])
  })

  test('[P3.12] a year that no notice covers says so, and says what to do', async () => {
    const { warnings, days } = await shop.readYear('year=2028')
    expect(warnings).toEqual([expect.objectContaining({ code: 'holidayDataEnds', day: '2028-01-01' })])
    expect(warnings[0]?.message).toContain('节假日调整')
    expect(days.every((d) => !d.known)).toBe(true)
  })

  test('a stated holiday wins over the notice, on this shop’s calendar only', async () => {
    const row = await shop.addRecord('holiday-overrides', { day: '2026-11-13', kind: 'holiday', name: '团建' })
    const day = (year: CalendarYear) => year.days.find((d) => d.day === '2026-11-13')
    expect(day(await shop.readYear('year=2026'))).toMatchObject({ kind: 'holiday', nameZh: '团建', basis: 'override' })
    const beta = await shop.owner({ url: '/v1/stores/beta/calendar?year=2026' })
    expect(day(beta.json())).toMatchObject({ kind: 'workday', basis: 'notice' })
    await shop.removeRecord('holiday-overrides', row)
  })

  test('[P3.13] the anniversary comes back every year from the founding day and is counted once the shop takes it over', async () => {
    const anniversary = ({ occasions }: CalendarYear) => occasions.filter((o) => o.mainDay.endsWith('-04-10'))
    expect(anniversary(await shop.readYear('year=2019'))).toEqual([])
    expect(anniversary(await shop.readYear('year=2026'))).toEqual([
      expect.objectContaining({ nameZh: '7周年庆', origin: 'founding', counted: false }),
    ])
    const row = await shop.addRecord('shop-occasions', { name: '店庆', mainDay: '2026-04-10', recurs: 'yearly' })
    expect(anniversary(await shop.readYear('year=2027'))).toEqual([
      expect.objectContaining({ nameZh: '店庆', origin: 'shop', counted: true, row: row.id }),
    ])
    await shop.removeRecord('shop-occasions', row)
  })

  test('the shop’s dates of a platform occasion take its place in that year', async () => {
    const data = {
      name: '双12 提前',
      mainDay: '2026-12-09',
      fromDay: '2026-12-08',
      toDay: '2026-12-10',
      replaces: 'double12',
    }
    const row = await shop.addRecord('shop-occasions', data)
    const double12 = (year: CalendarYear) => year.occasions.filter((o) => o.id === 'double12')
    expect(double12(await shop.readYear('year=2026'))).toEqual([
      expect.objectContaining({
        mainDay: '2026-12-09',
        from: '2026-12-08',
        to: '2026-12-11',
        origin: 'shop',
        row: row.id,
      }),
    ])
    expect(double12(await shop.readYear('year=2027'))[0]).toMatchObject({ mainDay: '2027-12-12', origin: 'platform' })
    await shop.removeRecord('shop-occasions', row)
  })

  test('[P3.12] what is already too late for the next campaign stands at the top', async () => {
    // The clock stands at 10 November 2026: Double 12 should have been selected and ordered for weeks ago.
    const { warnings, gantt } = await shop.readYear('year=2026')
    expect(warnings[0]).toMatchObject({ code: 'overdueLead', subject: 'double12-2026/selection' })
    expect(warnings[0]?.message).toContain('双12')
    expect(gantt.find((r) => r.id === 'double12-2026/selection')).toMatchObject({
      late: 'overdue',
      parentId: 'double12-2026',
    })
    expect(gantt.filter((r) => r.parentId === 'june618-2026').every((r) => r.late === null)).toBe(true)
  })

  test('[P3.14] gaps get proposals that lie ahead and clear of every occasion', async () => {
    const { gaps, proposals, occasions } = await shop.readYear('year=2027')
    expect(gaps.length).toBeGreaterThan(0)
    expect(proposals.length).toBeGreaterThanOrEqual(gaps.length)
    for (const p of proposals)
      expect(occasions.filter((o) => o.counted && o.from < p.to && p.from < o.to).map((o) => o.id)).toEqual([])
  })

  test.each(['year=1850', 'year=abc', 'year=2027&gapDays=1', ''])(
    '%j is refused with the field named',
    async (query) => {
      const answer = await shop.owner({ url: at(`calendar?${query}`) })
      expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'invalid_request'])
    },
  )

  test('a plan that is not there is not found', async () => {
    expect((await shop.owner({ url: at('calendar?year=2027&plan=none') })).statusCode).toBe(404)
  })
})
