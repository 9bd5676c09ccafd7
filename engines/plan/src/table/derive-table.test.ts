import { describe, expect, test } from 'vitest'
import { emptyPlan } from '../empty-plan.ts'
import type { TableRow } from '../plan.ts'
import { planFaults } from '../structure/plan-faults.ts'
import { DEFAULT_TOOLS } from '../tools/default-tools.ts'
import { deriveTable } from './derive-table.ts'
import { mergeTable } from './merge-table.ts'
import { readFigures } from './read-figures.ts'
import { readTable } from './read-table.ts'
import { readTarget } from './read-target.ts'
import { YEAR_TABLE } from './year-table.fixture.ts'

const WORLD = { year: 2027, tools: DEFAULT_TOOLS, platform: 'tmall', day: '2027-01-01' }
const empty = emptyPlan({ id: 'plan-2027', year: 2027, name: '2027', currency: 'CNY' })

const imported = (): TableRow[] => readTable(YEAR_TABLE, { year: 2027 })?.rows ?? []
const derived = (rows = imported()) => deriveTable(rows, WORLD)

describe('figures in a text', () => {
  test.each([
    ['20万', [20_000_000]],
    ['15w元', [15_000_000]],
    ['1.2亿', [12_000_000_000]],
    ['5千', [500_000]],
    ['3k', [300_000]],
    ['¥1,234.5', [123_450]],
    ['2027', [202_700]],
    ['没有', []],
  ])('“%s” holds the amounts %j', (text, values) => {
    expect(readFigures(text).map(({ value }) => value)).toEqual(values)
  })

  test.each([
    ['5%', 0.05, null],
    ['１０–１５％', 0.1, 0.15],
    ['10%-15%', 0.1, 0.15],
    ['2.35 %', 0.0235, null],
  ])('“%s” is a share from %d to %j', (text, value, upTo) => {
    expect(readFigures(text)).toMatchObject([{ kind: 'ratio', value, upTo }])
  })
})

describe('what a target cell asks for', () => {
  test.each([
    ['20万', 'paid', 20_000_000],
    ['销售额 15.5万元', 'paid', 15_500_000],
    ['GMV 1亿', 'gmv', 10_000_000_000],
    ['访客 5万', 'uv', 50_000],
    ['转化率 3.5%', 'cvr', 0.035],
    ['客单价 150 元', 'aov', 15_000],
    ['ROI 1:3', 'roi', 3],
    ['推广费占比 ≤ 18%', 'feeRatio', 0.18],
    ['新客占比 35%', 'newBuyerShare', 0.35],
    ['新客 3000 人', 'newBuyers', 3000],
    ['全年200万', 'paid', 200_000_000],
  ])('“%s” is %s of %d', (text, metric, value) => {
    expect(readTarget(text)).toMatchObject({ ok: true, word: { metric }, value })
  })

  test.each([
    ['完成全年80%', 'rate_without_base'],
    ['同比增长 30%', 'rate_without_base'],
    ['50%', 'rate_without_base'],
    ['稳步提升', 'unclear'],
    ['销售额 20-30万', 'unclear'],
  ])('“%s” is no target as it stands: %s', (text, reason) => {
    expect(readTarget(text)).toMatchObject({ ok: false, reason })
  })
})

describe('a yearly table becomes a plan', () => {
  test('[P3.01] sales targets become a goal tree: the year as stated, a blank month unset, months under their quarter', () => {
    const goals = derived().goals.map(({ id, parentId, target }) => [id, parentId, target])
    expect(goals).toEqual([
      ['paid:2027', null, 200_000_000],
      ['paid:2027-01', 'paid:2027-Q1', null],
      ['paid:2027-02', 'paid:2027-Q1', null],
      ['paid:2027-03', 'paid:2027-Q1', 15_000_000],
      ['paid:2027-Q2', 'paid:2027', null],
      ['paid:2027-Q3', 'paid:2027', null],
      ['paid:2027-Q4', 'paid:2027', 60_000_000],
      ['paid:2027-Q1', 'paid:2027', null],
    ])
  })

  test('[P3.01] strategy, page and promotion cells become tasks, each with one side, one team and its cell', () => {
    const january = derived().tasks.filter(({ period }) => period === '2027-01')
    expect(january.map(({ title, side, team, source }) => [title, side, team, source?.row, source?.column])).toEqual([
      ['同行竞品分析', 'agency', 'operations', 4, '策略'],
      ['品牌规划与定位，对接小二', 'agency', 'operations', 4, '策略'],
      ['确定合作机制', 'agency', 'operations', 4, '策略'],
      ['页面框架', 'agency', 'design', 4, '页面设计'],
      ['单品卖点', 'agency', 'design', 4, '页面设计'],
      ['整店风格', 'agency', 'design', 4, '页面设计'],
      ['维护基础销量与排名', 'agency', 'media', 4, '日常推广'],
    ])
  })

  test('[P3.01] promotion cost becomes a rule or a line whose base is asked for, and a pause becomes a rule of nothing', () => {
    const { rules, lines } = derived()
    expect(rules.map(({ fromPeriod, minBp, maxBp, base }) => [fromPeriod, minBp, maxBp, base])).toEqual([
      ['2027-01', 0, 0, null],
      ['2027-02', 0, 0, null],
      ['2027-Q2', 1000, 1500, null],
    ])
    expect(rules[1]?.channels).toEqual(['直通车'])
    expect(lines).toMatchObject([{ period: '2027-Q3', amountCents: 2_000_000, shareBp: null }])
  })

  test('[P3.01] merchant cells become requests by kind', () => {
    expect(derived().requests.map(({ kind, text, period }) => [kind, text, period])).toEqual([
      ['materials', '填写商家档案：产品、优势、急需解决的问题', '2027-01'],
      ['materials', '提供品牌授权资料', '2027-01'],
      ['priceConcession', '商家选款并调价', '2027-02'],
      ['offSiteTraffic', '站外引流', '2027-03'],
      ['funds', '推广资金支持', '2027-Q2'],
      ['highValueGoods', '高附加值赠品 500 件', '2027-Q2'],
      ['oldCustomerFunds', '老客户活动费用', '2027-Q3'],
      ['priceConcession', '产品让利', '2027-Q3'],
      ['training', '客服培训', '2027-Q4'],
      ['stock', '备货 5000 件', '2027-Q4'],
      ['offSiteTraffic', '站外资源支持', '2027-Q4'],
    ])
  })

  test('bought orders become nothing: no task, no request, no money; the text stays in its row', () => {
    const { tasks, requests, lines, rules, notes } = derived()
    const made = JSON.stringify([tasks, requests, lines, rules])
    expect(made).not.toContain('刷单')
    expect(imported()[3]?.dailyPromotion).toContain('刷单')
    expect(notes.filter(({ code }) => code === 'prohibited_kept')).toMatchObject([
      { text: '排名跟进，每天刷单 20 笔', source: { row: 6, column: '日常推广' } },
    ])
  })

  test('[P16.09] old and foreign tools are named as what they are today', () => {
    const mapped = derived().notes.filter(({ code }) => code.startsWith('tool_'))
    expect(mapped.map(({ code, messageZh }) => [code, messageZh])).toEqual([
      ['tool_retired', '“淘抢购”已停用，今天对应“聚划算”'],
      ['tool_retired', '“钻展”已停用，今天对应“万相台”'],
      ['tool_retired', '“QQ群”已停用，今天对应“企业微信”'],
      ['tool_elsewhere', '“京挑客”属于其他平台，今天对应“淘宝客”'],
    ])
    const [task] = derived().tasks.filter(({ title }) => title.includes('钻展'))
    expect(task).toMatchObject({ title: '钻展投放由专人负责', detail: '钻展 → 万相台' })
  })

  test('blank targets and percentages of nothing are told', () => {
    const told = derived().notes.filter(({ code }) => ['blank_target', 'rate_without_base'].includes(code))
    expect(told.map(({ code, source }) => [code, source?.row])).toEqual([
      ['blank_target', 4],
      ['blank_target', 5],
      ['rate_without_base', 7],
      ['blank_target', 7],
      ['blank_target', 8],
    ])
  })

  test('a target of a half year belongs to none of its quarters', () => {
    const [row] = imported()
    const half = { ...row, id: 'row:h1', period: '2027-Q1', label: '上半年', target: '100万' } as TableRow
    const { goals, notes } = derived([half])
    expect(goals.map(({ period, target }) => [period, target])).toEqual([
      ['2027', null],
      ['2027-Q1', null],
      ['2027-Q2', null],
    ])
    expect(notes.map(({ code }) => code)).toContain('span_split')
  })
})

describe('taking a table over into a plan', () => {
  const once = () => mergeTable(empty, imported(), derived())
  const plan = () => {
    const { bodies } = once()
    const { table, tasks, requests } = bodies
    return {
      ...empty,
      table,
      tasks,
      requests,
      goals: bodies.goals.goals,
      budget: bodies.budget.lines,
      budgetRules: bodies.budget.rules,
    }
  }

  test('the plan is sound, and the same table a second time changes nothing', () => {
    expect(planFaults(plan())).toEqual([])
    const again = mergeTable(plan(), imported(), derived())
    expect(again.bodies).toEqual(once().bodies)
    for (const counts of Object.values(again.counts))
      expect(counts).toMatchObject({ created: 0, updated: 0, removed: 0 })
  })

  test('an item keeps what people added to it, also when another is put before it', () => {
    const before = plan()
    const tasks = before.tasks.map((task) =>
      task.title === '确定合作机制' ? { ...task, owner: '李店长', done: true } : task,
    )
    const rows = imported().map((row) =>
      row.period === '2027-01' ? { ...row, strategy: `先开会\n${row.strategy}` } : row,
    )
    const { bodies, counts } = mergeTable({ ...before, tasks }, rows, derived(rows))
    expect(bodies.tasks.filter(({ owner }) => owner !== null)).toMatchObject([{ title: '确定合作机制', done: true }])
    expect(counts.tasks).toMatchObject({ created: 1, removed: 0 })
    expect(new Set(bodies.tasks.map(({ id }) => id)).size).toBe(bodies.tasks.length)
  })

  test('what is no longer in the table goes, nothing waits for it any more, and what people made stays', () => {
    const before = plan()
    const [template] = before.tasks
    const gone = before.tasks.find(({ title }) => title === '首页风格')
    const own = {
      ...template,
      id: 'mine',
      title: '自建任务',
      dependsOn: [gone?.id ?? ''],
    } as (typeof before.tasks)[number]
    const rows = imported().filter(({ period }) => period !== '2027-02')
    const { bodies, removed } = mergeTable({ ...before, tasks: [...before.tasks, own] }, rows, derived(rows))
    expect(bodies.tasks.find(({ id }) => id === 'mine')).toMatchObject({ title: '自建任务', dependsOn: [] })
    expect(removed).toContain('首页风格')
    expect(bodies.tasks.some(({ period }) => period === '2027-02')).toBe(false)
  })

  test('a figure of the table is taken over, a blank cell does not wipe a target, a lock holds', () => {
    const before = plan()
    const goals = before.goals.map((goal) => ({ ...goal, target: 1, locked: goal.period === '2027-Q4' }))
    const { bodies } = mergeTable({ ...before, goals }, imported(), derived())
    const target = (period: string) => bodies.goals.goals.find((goal) => goal.period === period)?.target
    expect([target('2027'), target('2027-01'), target('2027-03'), target('2027-Q4')]).toEqual([
      200_000_000, 1, 15_000_000, 1,
    ])
  })
})
