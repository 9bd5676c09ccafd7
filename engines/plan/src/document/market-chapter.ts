import { type Block, figure, formatChange, type TableRow } from '@zhanggui/report'
import type { CourseFigure, LastYear, OutlookFact } from './document-facts.ts'
import {
  authorBlocks,
  dayRange,
  lastYearRef,
  metricFigure,
  metricName,
  missing,
  paragraph,
  periodName,
  planRef,
  recordRef,
  unitOf,
  type Writing,
  wordsOf,
} from './write.ts'

/** The year, or the days of it that are known. */
const spanOf = (lastYear: LastYear): string =>
  lastYear.whole ? String(lastYear.year) : dayRange(lastYear.from, lastYear.to)

function figureBlock(writing: Writing, lastYear: LastYear): Block {
  const t = wordsOf(writing)
  return {
    kind: 'figures',
    items: lastYear.figures.map(({ metric, value, before }) => {
      const change = !lastYear.compared ? null : formatChange(value, before, unitOf(writing, metric), writing.language)
      return {
        label: metricName(writing, metric),
        figure: metricFigure(writing, metric, value, lastYearRef(writing.facts, [metric])),
        note:
          change === null
            ? t('没有可比的上年', 'no comparable year before')
            : t(`同比 ${change}`, `${change} on the year before`),
      }
    }),
  }
}

/** The year in one sentence: claimed only when both years are whole. */
function headline(writing: Writing, lastYear: LastYear): Block[] {
  const t = wordsOf(writing)
  const paid = lastYear.figures.find(({ metric }) => metric === 'paid')
  if (!paid || paid.value === null) return []
  const span = spanOf(lastYear)
  const ref = lastYearRef(writing.facts, ['paid'])
  const start = [
    t(lastYear.whole ? `${span} 年支付金额 ` : `${span} 支付金额 `, `Paid sales of ${span} were `),
    figure(paid.value, 'money', ref),
  ]
  if (!lastYear.compared || paid.before === null || paid.before === 0)
    return [paragraph({ pieces: [...start, t('。', '.')] })]
  const growth = (paid.value - paid.before) / paid.before
  const word =
    growth < 0
      ? t('，同比下降 ', ', lower than the year before by ')
      : t('，同比增长 ', ', higher than the year before by ')
  return [
    paragraph({
      pieces: [...start, word, figure(Math.abs(growth), 'ratio', ref), t('。', '.')],
      claim: { metric: 'paid', period: span, comparison: String(lastYear.year - 1) },
    }),
  ]
}

function courseChart(writing: Writing, lastYear: LastYear): Block {
  const t = wordsOf(writing)
  const { year } = lastYear
  const before = lastYear.months.some((month) => month.before !== null)
  return {
    kind: 'chart',
    title: t('每月支付金额', 'Paid sales by month'),
    type: 'bar',
    unit: 'money',
    categories: lastYear.months.map(({ key }) => periodName(key, writing)),
    series: [
      { name: String(year), values: lastYear.months.map(({ paid }) => paid) },
      ...(before ? [{ name: String(year - 1), values: lastYear.months.map((m) => m.before), pale: true }] : []),
    ],
    ref: lastYearRef(writing.facts, ['paid'], ['month']),
  }
}

function categoryTable(writing: Writing, lastYear: LastYear): Block {
  const t = wordsOf(writing)
  const ref = lastYearRef(writing.facts, ['paid'], ['category'])
  const total = lastYear.categories.reduce((sum, { paid }) => sum + (paid ?? 0), 0)
  const rowOf = ({ key, paid, before }: CourseFigure): TableRow => ({
    cells: [
      key || t('未归类', 'No category'),
      figure(paid, 'money', ref),
      figure(total > 0 && paid !== null ? paid / total : null, 'ratio', ref),
      (!lastYear.compared ? null : formatChange(paid, before, 'money', writing.language)) ?? '–',
    ],
  })
  return {
    kind: 'table',
    title: t('品类构成', 'Categories'),
    columns: [
      { title: t('品类', 'Category'), align: 'left', width: 4 },
      { title: t('支付金额', 'Paid'), align: 'right', width: 3 },
      { title: t('占比', 'Share'), align: 'right', width: 2 },
      { title: t('同比', 'On year'), align: 'right', width: 2 },
    ],
    rows: lastYear.categories.map(rowOf),
  }
}

function diagnosisTable(writing: Writing): Block[] {
  const { diagnosis } = writing.facts
  const t = wordsOf(writing)
  if (diagnosis.length === 0) return []
  return [
    {
      kind: 'table',
      title: t('与经营基线相比', 'Against the baselines'),
      columns: [
        { title: t('项目', 'Measure'), align: 'left', width: 4 },
        { title: t('对象', 'Of'), align: 'left', width: 3 },
        { title: t('现状', 'Now'), align: 'right', width: 2 },
        { title: t('基线', 'Baseline'), align: 'right', width: 2 },
        { title: t('判断', 'Verdict'), align: 'left', width: 2 },
        { title: t('补齐可增支付', 'At stake'), align: 'right', width: 3 },
      ],
      rows: diagnosis.map(({ nameZh, nameEn, subject, metrics, by, value, baseline, behind, atStakeCents }) => {
        const ref = lastYearRef(writing.facts, metrics, by)
        return {
          cells: [
            t(nameZh, nameEn),
            subject || t('全店', 'whole shop'),
            figure(value, 'ratio', ref),
            figure(baseline, 'ratio', ref),
            value === null ? '–' : behind ? t('待改进', 'behind') : t('达标', 'fine'),
            figure(behind ? atStakeCents : null, 'money', ref),
          ],
        }
      }),
    },
  ]
}

function outlookBlocks(writing: Writing, outlook: OutlookFact): Block[] {
  const t = wordsOf(writing)
  const ref = lastYearRef(writing.facts, ['paid'], ['month'])
  const level = `${Math.round(outlook.level * 100)}%`
  return [
    paragraph({
      pieces: [
        t(
          '按历史、季节与节日推算，不做新动作时全年支付金额约 ',
          'From history, season and holidays alone, paid sales of the year come to about ',
        ),
        figure(outlook.total.mean, 'money', ref),
        t(`（${level} 的可能在 `, ` (${level} likely between `),
        figure(outlook.total.low, 'money', ref),
        t(' 到 ', ' and '),
        figure(outlook.total.high, 'money', ref),
        t('）。', ').'),
      ],
    }),
    {
      kind: 'chart',
      title: t('自然走势：每月支付金额预测', 'Without new action: paid sales by month'),
      type: 'line',
      unit: 'money',
      categories: outlook.months.map(({ period }) => periodName(period, writing)),
      series: [
        { name: t('预测', 'Forecast'), values: outlook.months.map(({ mean }) => mean) },
        { name: t(`${level} 下限`, `${level} low`), values: outlook.months.map(({ low }) => low), pale: true },
        { name: t(`${level} 上限`, `${level} high`), values: outlook.months.map(({ high }) => high), pale: true },
      ],
      ref,
    },
  ]
}

function assumptionBlocks(writing: Writing): Block[] {
  const t = wordsOf(writing)
  const { assumptions } = writing.facts
  if (assumptions.length === 0)
    return missing(
      writing,
      '计划没有依据任何登记的市场假设。请在 设置 → 市场假设 登记并在计划里选用。',
      'The plan rests on no registered market assumption. Register some and choose them in the plan.',
      recordRef('market-assumptions'),
    )
  return [
    {
      kind: 'table',
      title: t('计划依据的市场假设', 'Market assumptions the plan rests on'),
      columns: [
        { title: t('假设', 'Assumption'), align: 'left', width: 5 },
        { title: t('数值', 'Value'), align: 'left', width: 2 },
        { title: t('来源', 'Source'), align: 'left', width: 3 },
        { title: t('有效期至', 'Valid until'), align: 'left', width: 2 },
      ],
      rows: assumptions.map(({ title, value, source, expiresDay, stale }) => ({
        cells: [title, value, source, `${expiresDay ?? '–'}${stale ? t('（已过期）', ' (expired)') : ''}`],
      })),
    },
  ]
}

/** 市场: how the shop stands, what would come by itself, what the plan believes about the world. */
export function marketChapter(writing: Writing): Block[] {
  const t = wordsOf(writing)
  const { lastYear, outlook } = writing.facts
  const noData = missing(
    writing,
    '还没有上一年的数据。请在 数据 → 导入 导入订单与生意参谋报表。',
    'There is no data of last year yet. Import orders and reports under Data → Import.',
    planRef('header'),
  )
  const year: Block[] = lastYear
    ? [
        { kind: 'heading', text: t(`${lastYear.year} 年的生意`, `The business of ${lastYear.year}`) },
        ...headline(writing, lastYear),
        figureBlock(writing, lastYear),
        ...(lastYear.months.length > 0 ? [courseChart(writing, lastYear)] : []),
        ...(lastYear.categories.length > 0 ? [categoryTable(writing, lastYear)] : []),
        ...diagnosisTable(writing),
      ]
    : noData
  return [
    ...authorBlocks(writing, 'market'),
    ...year,
    ...(outlook ? outlookBlocks(writing, outlook) : []),
    ...assumptionBlocks(writing),
  ]
}
