import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TABLE_COLUMNS } from '../plan.ts'
import { listItems } from './list-items.ts'
import { periodLabel, periodsOfSpan, readPeriodLabel } from './period-label.ts'
import { readTable } from './read-table.ts'
import type { Grid } from './table-grid.ts'
import { writeTable } from './write-table.ts'
import { YEAR_TABLE } from './year-table.fixture.ts'

const spans = (text: string): string[] | null => {
  const found = readPeriodLabel(text, 2027)
  return found && periodsOfSpan(found.span)
}

describe('how people write a period', () => {
  test.each([
    ['1月', ['2027-01']],
    ['一月', ['2027-01']],
    ['元月', ['2027-01']],
    ['01月份', ['2027-01']],
    ['１２月', ['2027-12']],
    ['十一月', ['2027-11']],
    ['十月', ['2027-10']],
    ['2026年1月', ['2026-01']],
    ['2027-06', ['2027-06']],
    ['2027.6', ['2027-06']],
    ['2027/06/01', ['2027-06']],
    ['2027-06-01 00:00:00', ['2027-06']],
    ['Mar 2027', ['2027-03']],
    ['September', ['2027-09']],
    ['Q2', ['2027-Q2']],
    ['2027-Q2', ['2027-Q2']],
    ['2027Q2', ['2027-Q2']],
    ['第二季度', ['2027-Q2']],
    ['二季度', ['2027-Q2']],
    ['2季度', ['2027-Q2']],
    ['第 2 季度', ['2027-Q2']],
    ['4-6月', ['2027-Q2']],
    ['4月—6月', ['2027-Q2']],
    ['四至六月', ['2027-Q2']],
    ['4、5、6月', ['2027-Q2']],
    ['2027年4月到6月', ['2027-Q2']],
    ['2-3月', ['2027-02', '2027-03']],
    ['5-9月', ['2027-05', '2027-06', '2027-Q3']],
    ['上半年', ['2027-Q1', '2027-Q2']],
    ['2027年下半年', ['2027-Q3', '2027-Q4']],
    ['H1', ['2027-Q1', '2027-Q2']],
    ['全年', ['2027']],
    ['合计', ['2027']],
    ['2027年', ['2027']],
    ['2027', ['2027']],
    ['1-12月', ['2027']],
    ['备注', null],
    ['销售额', null],
    ['13月', null],
    ['一般活动', null],
    ['6-4月', null],
    ['', null],
  ])('“%s” is %j', (text, periods) => {
    expect(spans(text)).toEqual(periods)
  })

  test.each([
    ['1月 / 20万', '1月', '20万'],
    ['第二季度：旺季', '第二季度', '旺季'],
    ['3月（15万）', '3月', '15万'],
    ['1月\n20万', '1月', '20万'],
  ])('“%s” is the period “%s” and then “%s”', (text, label, rest) => {
    expect(readPeriodLabel(text, 2027)).toMatchObject({ label, rest })
  })

  test('every period is read back from the way it is written', () => {
    const month = fc.integer({ min: 1, max: 12 })
    const law = fc.property(fc.integer({ min: 2000, max: 2100 }), month, month, (year, a, b) => {
      const span = { year, fromMonth: Math.min(a, b), toMonth: Math.max(a, b) }
      for (const period of periodsOfSpan(span)) expect(spans(periodLabel(period))).toEqual([period])
    })
    fc.assert(law, { seed: 11 })
  })
})

describe('the items of a cell', () => {
  test.each([
    ['1、选款\n2、定位', ['选款', '定位']],
    ['1、同行分析 2、选款 3、定位', ['同行分析', '选款', '定位']],
    ['1. 选款；2. 定位', ['选款', '定位']],
    ['（1）选款（2）定位', ['选款', '定位']],
    ['①选款②定位', ['选款', '定位']],
    ['一、选款\n二、定位', ['选款', '定位']],
    ['- 选款\n• 定位\n', ['选款', '定位']],
    ['选款；定位。测图', ['选款', '定位', '测图']],
    ['转化率 1.5 提到 2.5', ['转化率 1.5 提到 2.5']],
    ['满3、5件减', ['满3、5件减']],
    ['618 预热', ['618 预热']],
    ['1.5万预算', ['1.5万预算']],
    ['—', []],
    ['', []],
  ])('%j has the items %j', (cell, items) => {
    expect(listItems(cell)).toEqual(items)
  })
})

const grid = (rows: string[][], more: Partial<Grid> = {}): Grid => ({
  file: 'a.xlsx',
  sheet: '计划',
  rows,
  merges: [],
  ...more,
})
const HEADER = ['时间', '目标', '主题', '策略', '页面设计', '日常推广', '商家配合']

describe('reading the yearly table', () => {
  test('[P3.01] the header is found below titles, and every row keeps its text and the row it came from', () => {
    const read = readTable(YEAR_TABLE, { year: 2027 })
    expect(read?.rows.map(({ period, label, source }) => [period, label ?? null, source?.row])).toEqual([
      ['2027', null, 2],
      ['2027-01', '1月', 4],
      ['2027-02', '2月', 5],
      ['2027-03', '3月', 6],
      ['2027-Q2', 'Q2 旺季大促', 7],
      ['2027-Q3', '第三季度', 8],
      ['2027-Q4', '10-12月', 9],
    ])
    expect(read?.rows[3]).toMatchObject({ target: '15万', theme: '春季大促', merchantCooperation: '站外引流' })
    expect(read?.notes).toEqual([])
  })

  test('time and target may stand in one column', () => {
    const rows = [
      ['时间/目标', '主题', '策略', '页面', '推广', '商家协助'],
      ['1月\n20万', '年货', '选款', '', '', ''],
      ['二季度（旺季目标 60万）', '', '', '', '', ''],
    ]
    expect(readTable(grid(rows), { year: 2027 })?.rows).toMatchObject([
      { period: '2027-01', target: '20万', strategy: '选款' },
      { period: '2027-Q2', target: '旺季目标 60万' },
    ])
  })

  test('a row without a time goes on with the row above', () => {
    const rows = [HEADER, ['1月', '', '', '选款', '', '', ''], ['', '', '', '定位', '首页', '', '']]
    expect(readTable(grid(rows), { year: 2027 })?.rows).toMatchObject([{ strategy: '选款\n定位', pageDesign: '首页' }])
  })

  test('a cell merged over months is a row of the whole span, once', () => {
    const rows = [
      HEADER,
      ['4月', '', '', '上新', '', '', ''],
      ['5月', '', '旺季大促', '报名', '', '', ''],
      ['6月', '', '', '爆发', '', '', ''],
      ['7月', '', '夏日清凉', '', '', '', ''],
      ['8月', '', '', '', '', '', ''],
    ]
    const themeOf = (from: number, to: number) => ({ fromRow: from, toRow: to, fromColumn: 3, toColumn: 3 })
    const merged = [
      [...(rows[0] ?? [])],
      ['4月', '', '旺季大促', '上新', '', '', ''],
      ['5月', '', '', '报名', '', '', ''],
      ...rows.slice(3),
    ]
    const read = readTable(grid(merged, { merges: [themeOf(2, 4), themeOf(5, 6)] }), { year: 2027 })
    expect(read?.rows.map(({ period, label, theme }) => [period, label ?? null, theme])).toEqual([
      ['2027-Q2', null, '旺季大促'],
      ['2027-04', '4月', ''],
      ['2027-05', '5月', ''],
      ['2027-06', '6月', ''],
      ['2027-07', '7-8月', '夏日清凉'],
      ['2027-07', '7月', ''],
      ['2027-08', '8月', ''],
    ])
  })

  test('what is not read is told: other columns, notes below the table, another year', () => {
    const rows = [
      [...HEADER, '负责人'],
      ['2026年1月', '', '', '选款', '', '', '', '小王'],
      ['注：以上为初稿', '', '', '', '', '', ''],
    ]
    const read = readTable(grid(rows), { year: 2027 })
    expect(read?.notes.map(({ code, text, source }) => [code, text, source?.row])).toEqual([
      ['column_ignored', '负责人', 1],
      ['row_ignored', '注：以上为初稿', 3],
      ['other_year', '2026-01', 2],
    ])
  })

  test('a title with numbers is no yearly target', () => {
    const rows = [['2027 年度计划表 目标客户 25 岁'], HEADER, ['1月', '20万', '', '', '', '', '']]
    expect(readTable(grid(rows), { year: 2027 })?.rows.map(({ period }) => period)).toEqual(['2027-01'])
  })

  test('a sheet without such a table is null', () => {
    expect(readTable(grid([['订单编号', '买家', '金额']]), { year: 2027 })).toBeNull()
    expect(readTable(grid([]), { year: 2027 })).toBeNull()
  })

  test('the same period twice is two rows', () => {
    const rows = [HEADER, ['1月', '', '甲', '', '', '', ''], ['1月', '', '乙', '', '', '', '']]
    expect(readTable(grid(rows), { year: 2027 })?.rows.map(({ id }) => id)).toEqual(['row:2027-01', 'row:2027-01#2'])
  })
})

describe('writing it again', () => {
  const content = (read: ReturnType<typeof readTable>) => read?.rows.map(({ source: _source, ...row }) => row)

  test('[P3.01] what is written reads back as the same table', () => {
    const read = readTable(YEAR_TABLE, { year: 2027 })
    for (const language of ['zh', 'en'] as const) {
      const again = readTable(grid(writeTable(read?.rows ?? [], language)), { year: 2027 })
      expect(content(again)).toEqual(content(read))
    }
  })

  test('any table reads back as itself', () => {
    const text = fc.constantFrom(
      '',
      '选款',
      '1、选款\n2、定位',
      '推广费用 10–15%',
      '-5%',
      "'=1+1",
      '全年 80%',
      '"引号"',
    )
    const cells = fc.tuple(text, text, text, text, text, text)
    const times = fc.uniqueArray(
      fc.constantFrom('1月', '二月', 'Q2', '第三季度', '10-12月', '上半年', '2027年', '2-3月', '4月 春', '7、8月'),
      { minLength: 1 },
    )
    const law = fc.property(
      times.chain((list) => fc.tuple(...list.map((time) => cells.map((c) => [time, ...c])))),
      (rows) => {
        const read = readTable(grid([HEADER, ...rows]), { year: 2027 })
        const again = readTable(grid(writeTable(read?.rows ?? [], 'zh')), { year: 2027 })
        expect(content(again)).toEqual(content(read))
        expect(read?.rows).toHaveLength(rows.length)
        expect(Object.keys(read?.rows[0] ?? {})).toEqual(expect.arrayContaining([...TABLE_COLUMNS]))
      },
    )
    fc.assert(law, { seed: 5, numRuns: 300 })
  })
})
