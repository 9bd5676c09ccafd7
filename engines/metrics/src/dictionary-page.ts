import { dictionary, type MetricEntry } from './dictionary.ts'
import { DIMENSIONS } from './dimension.ts'
import type { MetricGroup } from './metric.ts'

const GROUPS: Readonly<Record<MetricGroup, string>> = {
  trade: '交易 Trade',
  traffic: '流量 Traffic',
  conversion: '转化 Conversion',
  user: '用户 Users',
  media: '推广 Paid media',
  profit: '利润 Profit',
  goods: '商品 Goods',
  service: '服务 Service',
  brand: '品牌 Brand',
  platform: '平台口径 As the platform reports',
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

function row(entry: MetricEntry): string {
  const window = entry.window ? `; window: ${entry.window}` : ''
  return [
    '',
    `\`${entry.id}\``,
    `${entry.nameZh}<br>${entry.nameEn}`,
    `\`${cell(entry.formula)}\``,
    `${entry.unit}, ${entry.kind}`,
    `${entry.grain}${window}`,
    entry.owner,
    `${cell(entry.definitionZh)}<br>${cell(entry.definitionEn)}`,
    '',
  ].join(' | ')
}

const HEAD = [
  ' | id | 名称 Name | 公式 Formula | 单位 Unit, kind | 粒度 Grain | 负责 Owner | 定义 Definition | ',
  ' | --- | --- | --- | --- | --- | --- | --- | ',
]

const trim = (line: string): string => line.trim()

function section(group: MetricGroup, entries: readonly MetricEntry[]): string[] {
  const own = entries.filter((e) => e.group === group)
  const dimensions = own.map((e) => `- \`${e.id}\`: ${e.dimensions.join(', ')}`)
  return [
    `## ${GROUPS[group]}`,
    '',
    ...[...HEAD, ...own.map(row)].map(trim),
    '',
    '<details><summary>维度 Dimensions</summary>',
    '',
    ...dimensions,
    '',
    '</details>',
    '',
  ]
}

/** docs/metrics.md: the dictionary as a page. Made from the catalogue and nothing else. */
export function dictionaryPage(): string {
  const entries = dictionary()
  const groups = Object.keys(GROUPS) as MetricGroup[]
  return [
    '# 指标字典 Metric dictionary',
    '',
    `Made from \`engines/metrics\` by \`node scripts/write-metrics-page.ts\`; do not edit. ${entries.length} metrics.`,
    '',
    'Rules that hold for all of them: money is whole minor units and each amount belongs to its own day (placed, paid,',
    'refunded); ratios are taken last, of whole sums, and are empty when the denominator is; distinct counts are counted',
    'again for every period and total, never added; inside the data nothing is 0, outside it everything is unknown.',
    '',
    '## 同期对比 Like with like',
    '',
    '本期还没过完时，合计和最后一个时段只与对比期的同一段相比（11 月前 22 天对 10 月前 22 天）；今天算到最新一条数据的时刻，对比日也算到',
    '同一时刻，满 28 天的时段除外（差不到 4%）。任何一边没有被数据完整覆盖、或两边天数不同的，照样给出数值并注明天数，但不给百分比。',
    '',
    'While a range is not over, its totals and its last period are compared with the same stretch only (22 days of November',
    'with the first 22 of October); today counts up to its latest fact, and so does the day beside it, except in stretches',
    'of 28 days and more, where it is under 4 %. Where data does not cover a side, or the sides differ in days, the figure',
    'stands with its days and has no percentage: `partial` in the answer, with `comparable: false`.',
    '',
    ...groups.flatMap((group) => section(group, entries)),
    '## 维度 Dimensions',
    '',
    ...DIMENSIONS.map((d) => `- \`${d.id}\` ${d.nameZh} ${d.nameEn}`),
    '',
  ].join('\n')
}
