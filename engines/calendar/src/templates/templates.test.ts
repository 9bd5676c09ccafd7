import { addDays, parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { criticalPath, instantiateTemplate, isWorkday, type PlanTemplate, TEMPLATES, weekdayOf } from '../index.ts'

const YEARS = Array.from({ length: 21 }, (_, i) => 2015 + i)
const FOUNDED = parseDay('2014-09-01')

function template(row: string): PlanTemplate {
  const found = TEMPLATES.find((t) => t.row === row)
  if (!found) throw new Error(row)
  return found
}

/** Titles by side, in the order of the template. */
const bySide = (row: string, side: string): string[] =>
  template(row)
    .tasks.filter((task) => task.side === side)
    .map(({ id }) => id)

const instance = (row: string, year: number) => instantiateTemplate(template(row), { year, founded: FOUNDED })

// Each list is the requirement's, word for word in ids: what the month or quarter asks of either side, and nothing besides.
describe('[P3.02] [P3.03] [P3.04] [P3.05] [P3.06] [P3.07] a template makes exactly the tasks of its month or quarter, each on its side', () => {
  const EXPECTED: [row: string, agency: string, merchant: string][] = [
    ['P3.02', 'peerAnalysis positioning cooperation pageFramework sellingPoints pageStyle promotionPaused', 'dossier'],
    [
      'P3.03',
      'fourQuadrants dsrRepair titles listingTime bundles crossSelling homeStyle heroDesigns relatedItems brandCulture promotionStillPaused',
      'merchantPicks merchantPrices',
    ],
    [
      'P3.04',
      'taoQiangGou taoJinBi juHuaSuan categoryEnrolment oldCustomers offSite secondaryPages imageTests ctrTests cvrTests rankingFollowUp',
      '',
    ],
    [
      'P3.05',
      'paidPromotion brandGroup jointMarketing dailyPage eventPage promoPage preheatPages innovativePages contingency',
      'funds highValueGoods',
    ],
    [
      'P3.06',
      'crm memberTiers monthlySms monthlyEdm phoneVisits customerGroups specialZone quarterlyPage nextQuarterTests staffGuidance',
      'oldCustomerFunds concessions highValueGoods',
    ],
    [
      'P3.07',
      'training stockCount trafficEstimate externalSources oldCustomerPreheat resourceSlots departmentDuties shopReview pageBefore pageStart pageAfter posters layoutWithManager',
      'warehousePreparation servicePreparation feeSupport productSupport offSiteSupport',
    ],
  ]
  test.each(EXPECTED)('of row %s', (row, agency, merchant) => {
    const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')
    expect(bySide(row, 'agency')).toEqual(words(agency))
    expect(bySide(row, 'merchant')).toEqual(words(merchant))
    expect(template(row).tasks).toHaveLength(words(agency).length + words(merchant).length)
  })

  test('[P3.02] [P3.03] paid promotion rests in January and February', () => {
    expect(['P3.02', 'P3.03', 'P3.04', 'P3.05'].map((row) => template(row).paidPromotion)).toEqual([
      'paused',
      'paused',
      'limited',
      'open',
    ])
  })
  test('[P3.03] the DSR is repaired by service, trials and asking, never by buying orders or ratings', () => {
    const task = template('P3.03').tasks.find(({ id }) => id === 'dsrRepair')
    expect(task?.detailZh).toContain('不以评分换奖励')
    expect(task?.detailZh).not.toMatch(/刷|返现|好评返|买家秀奖/)
    expect(template('P3.03').figures).toEqual([expect.objectContaining({ value: 3, max: 5, source: 'D2' })])
  })
  test('[P3.05] the promotion cost band is a default with its source', () => {
    expect(template('P3.05').figures).toEqual([
      expect.objectContaining({ value: 0.1, max: 0.15, unit: 'ratio', source: 'D2' }),
    ])
  })
  test('[P3.06] SMS and EDM come every month of the quarter', () => {
    const { tasks } = instance('P3.06', 2027)
    const months = (id: string) => tasks.filter((t) => t.id.includes(`/${id}/`)).map((t) => t.period)
    expect(months('monthlySms')).toEqual(['2027-07', '2027-08', '2027-09'])
    expect(months('monthlyEdm')).toEqual(['2027-07', '2027-08', '2027-09'])
  })
})

describe('[P3.08] Q1 follows the moon', () => {
  test.each([
    // Year-goods D0 is 23 days before Spring Festival; the shop stays open from 除夕 to the 7th day.
    [2025, '2025-01-06', '2025-01-28', '2025-02-05'],
    [2026, '2026-01-25', '2026-02-16', '2026-02-24'],
    [2027, '2027-01-14', '2027-02-05', '2027-02-13'],
    [2028, '2028-01-03', '2028-01-25', '2028-02-02'],
  ])('%i: year goods on %s, open from %s until before %s', (year, yearGoods, from, to) => {
    const [festival, open] = instance('P3.08', year).events
    expect([festival?.mainDay, open?.fromDay, open?.toDay]).toEqual([yearGoods, from, to])
  })
  test('the delivery promise is settled before the couriers stop, in every year', () => {
    for (const year of YEARS) {
      const { events, tasks } = instance('P3.08', year)
      const due = tasks.find((t) => t.id.endsWith('/deliveryPromise'))?.dueDay
      const open = events.find((e) => e.id.endsWith('/openThroughFestival'))?.fromDay
      expect(due && open && due <= addDays(open, -14)).toBe(true)
    }
  })
  test('carries the source’s figures', () => {
    expect(template('P3.08').figures.map(({ id, value }) => [id, value])).toEqual([
      ['shortVideoShare', 0.4],
      ['weComAdds', 50_000],
    ])
  })
})

test('[P3.09] one themed live session every week from April to June, in every year', () => {
  for (const year of YEARS) {
    const live = instance('P3.09', year).tasks.filter((t) => t.id.includes('/weeklyLive/'))
    expect([13, 14]).toContain(live.length)
    expect(live.every((t) => t.dueDay >= `${year}-04-01` && t.dueDay < `${year}-07-01`)).toBe(true)
    live.slice(1).forEach((t, i) => {
      expect(t.dueDay).toBe(addDays(live[i]?.dueDay ?? t.dueDay, 7))
    })
    expect(new Set(live.map((t) => weekdayOf(t.dueDay)))).toEqual(new Set([4]))
  }
})

describe('[P3.10] the mid-year plan', () => {
  test('618, which the source files under Q3, is moved to Q2, and the correction is recorded', () => {
    const { events, corrections } = instance('P3.10', 2027)
    expect(events.find((e) => e.occasionId === 'june618')).toMatchObject({
      declaredQuarter: '2027-Q2',
      mainDay: '2027-06-18',
    })
    expect(corrections).toEqual([
      {
        eventId: 'midYearPlan-2027/june618',
        occasionId: 'june618',
        declared: '2027-Q3',
        corrected: '2027-Q2',
        mainDay: '2027-06-18',
      },
    ])
  })
  test('the brand anniversary comes from the founding day; without one it is left undated, with its work, and said so', () => {
    const withDay = instance('P3.10', 2027)
    expect(withDay.events.find((e) => e.id.endsWith('/anniversary'))?.mainDay).toBe('2027-09-01')
    const without = instantiateTemplate(template('P3.10'), { year: 2027 })
    expect(without.undated).toEqual([
      { eventId: 'anniversary', name: '品牌周年庆（会员升级）', reason: 'noFoundingDay' },
    ])
    expect(without.tasks.some((t) => t.id.endsWith('/memberUpgrade'))).toBe(false)
  })
  test('five people, six hours a day', () => {
    expect(template('P3.10').figures.map(({ value, unit }) => [value, unit])).toEqual([
      [5, 'people'],
      [6, 'hoursPerDay'],
    ])
  })
})

test('[P3.11] Q4 gives Double 11, Double 12 and stocking up, then the survey, then the review', () => {
  const { events, tasks } = instance('P3.11', 2027)
  expect(events.map(({ occasionId, mainDay }) => [occasionId, mainDay])).toEqual([
    ['double11', '2027-11-11'],
    ['double12', '2027-12-12'],
    [null, '2027-12-20'],
  ])
  const due = (id: string) => tasks.find((t) => t.id.endsWith(`/${id}`))?.dueDay ?? ''
  expect(due('annualSurvey') > '2027-12-12').toBe(true)
  expect(due('annualReview') > due('annualSurvey')).toBe(true)
  expect(tasks.find((t) => t.id.endsWith('/annualReview'))?.dependsOn).toEqual(['yearEndPlan-2027/annualSurvey'])
})

describe('every template in every year 2015–2035', () => {
  const all = TEMPLATES.flatMap((t) =>
    YEARS.map((year) => ({ template: t, year, made: instantiateTemplate(t, { year, founded: FOUNDED }) })),
  )
  test('ids are unique and the same each time', () => {
    for (const { template: t, year, made } of all) {
      const ids = [...made.events, ...made.tasks].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(instantiateTemplate(t, { year, founded: FOUNDED })).toEqual(made)
    }
  })
  test('work is due on worked days and starts on or before its due day', () => {
    for (const { made } of all)
      for (const task of made.tasks) {
        expect(task.startDay <= task.dueDay).toBe(true)
        if (!task.id.includes('/weeklyLive/')) expect([task.id, isWorkday(task.dueDay)]).toEqual([task.id, true])
      }
  })
  test('an event holds its main day, and a quarter that is stated holds it too', () => {
    for (const { made } of all)
      for (const event of made.events) {
        const { mainDay, fromDay, toDay, declaredQuarter } = event
        expect(mainDay !== null && fromDay <= mainDay && mainDay < toDay).toBe(true)
        if (declaredQuarter && mainDay)
          expect(Math.ceil(Number(mainDay.slice(5, 7)) / 3)).toBe(Number(declaredQuarter.slice(6)))
      }
  })
  test('nothing is due before what it waits for', () => {
    for (const { made } of all) {
      const due = new Map(made.tasks.map((t) => [t.id, t.dueDay]))
      for (const task of made.tasks)
        for (const d of task.dependsOn) expect([task.id, (due.get(d) ?? '') <= task.dueDay]).toEqual([task.id, true])
    }
  })
  test('dependencies make no circle', () => {
    for (const { made } of all)
      expect(criticalPath(made.tasks.map(({ id, dependsOn }) => ({ id, dependsOn, workdays: 1 }))).ok).toBe(true)
  })
  test('no template asks for bought orders, reviews or ranks', () => {
    const words = JSON.stringify(TEMPLATES)
    expect(words).not.toMatch(/刷单|补单|刷好评|买排名|代拍|空包/)
  })
})
