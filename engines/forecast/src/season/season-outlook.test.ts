import { parseDay } from '@zhanggui/kernel'
import { describe, expect, it, test } from 'vitest'
import { hasData } from '../../../kernel/test/support/real-data.ts'
import { readRetailCategories } from '../../test/support/read-retail.ts'
import { readWalmart } from '../../test/support/read-walmart.ts'
import { seasonOutlook } from './season-outlook.ts'

const asOf = parseDay('2026-11-22')
/** 36 months from December 2023 to November 2026; `summer` and `december` scale May–July and December. */
const monthly = (summer: number, december: number, growth = 1): number[] =>
  Array.from({ length: 36 }, (_, t) => {
    const month = (11 + t) % 12
    const season = month >= 4 && month <= 6 ? summer : month === 11 ? december : 1
    return 1000 * season * growth ** (t / 12)
  })
const category = (id: string, values: readonly (number | null)[]) => ({
  id,
  series: { start: parseDay('2023-12-01'), grain: 'month' as const, values },
})

describe('[P1.16] season outlook', () => {
  const outlook = seasonOutlook({
    categories: [category('camping', monthly(2, 1)), category('gifts', monthly(1, 3))],
    asOf,
  })

  it('names a peak with its months, strength and the days to research and decide by', () => {
    expect(outlook.peaks.find((p) => p.categoryId === 'camping')).toMatchObject({
      from: '2027-05-01',
      to: '2027-07-01',
      researchFrom: '2026-11-01',
      decideBy: '2027-02-01',
      status: 'research',
      years: { above: 3, seen: 3 },
    })
  })
  it('says that a peak nine days away is too late to prepare for', () => {
    expect(outlook.peaks[0]).toMatchObject({ categoryId: 'gifts', from: '2026-12-01', status: 'late', leadDays: 9 })
  })
  it('does not take growth for season', () => {
    expect(seasonOutlook({ categories: [category('steady', monthly(1, 1, 1.6))], asOf }).peaks).toEqual([])
  })
  it('tells growth beside the season', () => {
    const [peak] = seasonOutlook({ categories: [category('camping', monthly(2, 1, 1.5))], asOf }).peaks
    expect(peak?.growth).toBeCloseTo(1.5, 1)
  })
  it('looks at nothing from the day asked on', () => {
    const values = monthly(2, 1)
    const early = parseDay('2026-01-15')
    const cut = values.map((v, t) => (t < 25 ? v : v * 50))
    expect(seasonOutlook({ categories: [category('c', cut)], asOf: early })).toEqual(
      seasonOutlook({ categories: [category('c', values.slice(0, 25))], asOf: early }),
    )
  })
  it('names categories that are too young instead of staying silent', () => {
    expect(seasonOutlook({ categories: [category('new', monthly(2, 1).slice(24))], asOf }).tooShort).toEqual(['new'])
  })
})

const WALMART = 'walmart_store_sales/train.csv.gz'
test.skipIf(!hasData(WALMART))(
  '[P1.16] real department sales: of the departments that peak at the year’s end, nine in ten are announced four months ahead',
  () => {
    const { series } = readWalmart(Number.POSITIVE_INFINITY)
    const byDepartment = new Map<string, number[]>()
    for (const { id, series: one } of series) {
      const department = id.split('/')[1] ?? ''
      const sums = byDepartment.get(department) ?? new Array<number>(one.values.length).fill(0)
      byDepartment.set(
        department,
        sums.map((v, t) => v + (one.values[t] ?? 0)),
      )
    }
    const start = series[0]?.series.start ?? asOf
    const asked = parseDay('2011-07-31')
    const categories = [...byDepartment].map(([id, values]) => ({
      id,
      series: { start, grain: 'week' as const, values },
    }))
    const { peaks } = seasonOutlook({ categories, asOf: asked })
    const announced = new Set(
      peaks
        .filter((p) => p.month >= '2011-11-01' && p.month <= '2011-12-01' && p.leadDays >= 90)
        .map((p) => p.categoryId),
    )
    // What then happened: November and December 2011 (weeks 91 to 99) against the year up to October.
    const mean = (v: readonly number[]): number => v.reduce((a, b) => a + b, 0) / v.length
    const peaked = categories.filter(
      ({ series: { values } }) => mean(values.slice(91, 100)) > 1.4 * mean(values.slice(40, 91)),
    )
    expect(peaked.length).toBeGreaterThan(5)
    const hits = peaked.filter(({ id }) => announced.has(id)).length
    expect(hits / peaked.length).toBeGreaterThanOrEqual(0.9)
  },
)

test.skipIf(!hasData('online_retail_ii/year_2010_2011.csv.gz'))(
  '[P1.16] real gift shop: asked in May 2011, the Christmas range is announced for autumn, five months ahead',
  () => {
    const { peaks } = seasonOutlook({ categories: readRetailCategories(), asOf: parseDay('2011-05-01') })
    const christmas = peaks.find((p) => p.categoryId === 'CHRISTMAS')
    expect(christmas?.from && christmas.from >= '2011-09-01' && christmas.from <= '2011-11-01').toBe(true)
    expect(christmas?.leadDays).toBeGreaterThan(90)
    expect(christmas?.index).toBeGreaterThan(2)
    expect(['watch', 'research']).toContain(christmas?.status)
  },
)
