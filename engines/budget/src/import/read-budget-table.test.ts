import { describe, expect, test } from 'vitest'
import { readBudgetTable, resolveBudget } from '../index.ts'

const read = (text: string, base: 'total' | null = null) => {
  let next = 0
  const table = text.split('\n').map((row) => row.split('\t'))
  return readBudgetTable(table, { year: 2027, base, newId: () => `n${++next}` })
}
const brief = (text: string, base: 'total' | null = null) =>
  read(text, base).lines.map((l) => [l.name, l.parentId, l.channel, l.kind, l.shareBp, l.shareBase, l.amountCents])

describe('a budget table', () => {
  test('[P4.02] the annual template is read with its parts, and the missing tenth is reported as unassigned', () => {
    const { lines, problems } = read(
      [
        '项目\t占比',
        '流量（公域、私域）\t40%（30%+10%）',
        '内容（短视频、图文）\t20%（15%+5%）',
        '达人合作\t15%',
        '技术\t10%',
        '应急备用\t5%',
      ].join('\n'),
      'total',
    )
    expect(problems).toEqual([])
    expect(lines.map((l) => [l.channel, l.shareBp, l.kind])).toEqual([
      ['traffic', 4000, 'spend'],
      ['publicDomain', 3000, 'spend'],
      ['privateDomain', 1000, 'spend'],
      ['content', 2000, 'spend'],
      ['shortVideo', 1500, 'spend'],
      ['graphics', 500, 'spend'],
      ['creators', 1500, 'spend'],
      ['technology', 1000, 'spend'],
      ['reserve', 500, 'reserve'],
    ])
    const issues = resolveBudget(lines).issues.filter((i) => i.code === 'unassigned')
    expect(issues.map((i) => [i.parentId, i.figures.residualBp])).toEqual([[null, 1000]])
  })

  test.each([
    [
      'a block without a header',
      '流量\t40%\n内容\t20%',
      [
        ['流量', null, 'traffic', 'spend', 4000, null, null],
        ['内容', null, 'content', 'spend', 2000, null, null],
      ],
    ],
    [
      'amounts with 万 and currency signs',
      '项目\t金额\n直通车\t￥1.2万\n赠品\t3,000.50',
      [
        ['直通车', null, 'keyword', 'spend', null, null, 1_200_000],
        ['赠品', null, 'gifts', 'subsidy', null, null, 300_050],
      ],
    ],
    [
      'an outline by leading blanks',
      '项目\t预算\n流量\t100\n  公域\t60\n  私域\t40\n内容\t50',
      [
        ['流量', null, 'traffic', 'spend', null, null, 10_000],
        ['公域', 'n1', 'publicDomain', 'spend', null, null, 6000],
        ['私域', 'n1', 'privateDomain', 'spend', null, null, 4000],
        ['内容', null, 'content', 'spend', null, null, 5000],
      ],
    ],
    [
      'parents by name, bases in words',
      '项目\t上级\t占比\t占比基数\n流量\t\t40%\t总预算\n公域\t流量\t75\t上级',
      [
        ['流量', null, 'traffic', 'spend', 4000, 'total', null],
        ['公域', 'n1', 'publicDomain', 'spend', 7500, 'parent', null],
      ],
    ],
    ['a total row is left out', '项目\t金额\n直播\t10\n合计\t10', [['直播', null, 'live', 'spend', null, null, 1000]]],
    [
      'the row of the whole budget holds the others',
      '项目\t金额\t占比\n总预算\t100\t\n直播\t\t100%',
      [
        ['总预算', null, null, 'spend', null, null, 10_000],
        ['直播', 'n1', 'live', 'spend', 10_000, null, null],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(brief(text)).toEqual(expected)
  })

  test('months and quarters in the words of the trade', () => {
    const periods = ['1月', '十二月', 'Q3', '第二季度', '2028年3月', '全年', '', '2027-06-18']
    const { lines, problems } = read(
      `项目\t时间\t金额\n${periods.map((p) => `直播\t${p}\t1`).join('\n')}\n直播\t年底\t1`,
    )
    expect(lines.map((l) => l.period)).toEqual([
      '2027-01',
      '2027-12',
      '2027-Q3',
      '2027-Q2',
      '2028-03',
      '2027',
      '2027',
      '2027-06-18',
    ])
    expect(problems).toEqual([{ row: 10, column: 2, field: 'period', value: '年底', code: 'not_a_period' }])
  })

  test('a cell that is not understood is named with its row and column, and the other rows are read', () => {
    const { lines, problems } = read('项目\t占比\t金额\n直播\t一半\t\n短视频\t\t很多\n\t5%\t\n图文\t5%\t')
    expect(lines.map((l) => l.name)).toEqual(['图文'])
    expect(problems.map((p) => [p.row, p.column, p.code])).toEqual([
      [2, 2, 'not_a_share'],
      [3, 3, 'not_an_amount'],
      [4, 1, 'name_missing'],
    ])
  })
})
