import { type Block, figure, type Reference, type ReportDocument } from '../src/index.ts'

const query: Reference = { kind: 'query', metrics: ['paid'], by: ['month'], from: '2026-01-01', to: '2027-01-01' }
const goal: Reference = { kind: 'plan', part: 'goals', id: 'g1', field: 'target' }
const MONTHS = Array.from({ length: 12 }, (_, i) => `${i + 1}月`)
const course = MONTHS.map((_, i) => 12_345_678 + ((i * 7919) % 13) * 1_000_000)
const LONG =
  '把会员复购做成第二增长曲线：新客首单后 30 天内完成三次触达，按品类给出复购理由。活动期把控价放在第一位，任何叠加后的到手价都先过一遍仿真。\n第二段：客服与仓储提前四周排班，页面提前两周定稿。'

/** One of every block, with a table longer than a slide and words longer than a line. */
export function sampleDocument(draft = true): ReportDocument {
  const blocks: Block[] = [
    { kind: 'heading', text: '去年的生意' },
    {
      kind: 'paragraph',
      sentences: [
        {
          pieces: [
            '全年支付金额 ',
            figure(160_000_000, 'money', query),
            '，同比增长 ',
            figure(0.213, 'ratio', query),
            '。',
          ],
          claim: { metric: 'paid', period: '2026', comparison: '2025' },
        },
      ],
    },
    {
      kind: 'figures',
      items: ['支付金额', '订单数', '支付买家数', '客单价', '退款率'].map((label, i) => ({
        label,
        figure: figure(
          [160_000_000, 46_500, 31_200, 5_128, 0.0532][i] ?? null,
          (['money', 'count', 'count', 'money', 'ratio'] as const)[i] ?? 'count',
          query,
        ),
        note: '同比 +12.3%',
      })),
    },
    {
      kind: 'chart',
      title: '每月支付金额',
      type: 'bar',
      unit: 'money',
      categories: MONTHS,
      series: [
        { name: '2026 年', values: course },
        { name: '2025 年', values: course.map((v, i) => (i === 3 ? null : Math.round(v * 0.8))), pale: true },
      ],
      ref: query,
    },
    { kind: 'author', text: LONG },
    ...(draft
      ? [
          {
            kind: 'missing',
            text: '还没有登记市场假设，请在 规划 → 市场假设 里填写。',
            ref: { kind: 'record', resource: 'market-assumptions', id: null },
          } as const,
        ]
      : []),
  ]
  const table: Block = {
    kind: 'table',
    title: '目标一览',
    columns: [
      { title: '目标', align: 'left', width: 3 },
      { title: '基线', align: 'right', width: 2 },
      { title: '目标值', align: 'right', width: 2 },
      { title: '说明', align: 'left', width: 5 },
    ],
    rows: Array.from({ length: 30 }, (_, i) => ({
      depth: i === 0 ? 0 : 1,
      strong: i === 0,
      cells: [
        i === 0 ? '全年' : `第 ${i} 项`,
        figure(1_000_000 * i, 'money', goal),
        figure(i % 5 === 4 ? null : 1_300_000 * i, 'money', goal),
        i % 4 === 0 ? LONG.slice(0, 90) : '按季节曲线分解',
      ],
    })),
  }
  const gantt: Block = {
    kind: 'gantt',
    title: '活动排期',
    from: '2027-01-01',
    to: '2028-01-01',
    rows: ['年货节', '38节', '618', '88会员节', '99', '双11', '双12'].map((label, i) => ({
      label,
      from: `2027-${String(i * 2 > 11 ? 12 : Math.max(1, i * 2)).padStart(2, '0')}-05`,
      to: `2027-${String(i * 2 > 11 ? 12 : Math.max(1, i * 2)).padStart(2, '0')}-25`,
    })),
    ref: { kind: 'plan', part: 'events', id: null, field: null },
  }
  return {
    title: '2027 年度经营计划',
    subtitle: '岚禾旗舰店',
    language: 'zh',
    currency: 'CNY',
    draft,
    facts: [
      { label: '版本', value: '草稿' },
      { label: '数据截至', value: '2026年10月31日' },
    ],
    chapters: [
      { id: 'market', title: '市场', blocks },
      { id: 'goals', title: '目标', blocks: [table] },
      { id: 'execution', title: '执行', blocks: [gantt] },
    ],
  }
}
