import { type ResolvedBudget, resolveBudget } from '@zhanggui/budget'
import { cents, type periodHolds } from '@zhanggui/kernel'
import { type Block, figure, formatFigure } from '@zhanggui/report'
import { BASE_NAMES, BUDGET_NAMES, REQUEST_NAMES } from './names.ts'
import { authorBlocks, missing, paragraph, periodName, plain, planRef, type Writing, wordsOf } from './write.ts'

/** Expected sales of a period: what shares of sales are a share of. */
function salesOf({ plan }: Writing) {
  const goals = plan.goals.filter(
    (goal) =>
      goal.metric === 'paid' && goal.target !== null && Object.keys(goal.scope).length === 0 && goal.set === 'all',
  )
  return (period: Parameters<typeof periodHolds>[0]) => {
    const found = goals.find((goal) => goal.period === period)
    return found?.target === undefined || found.target === null ? null : cents(Math.round(found.target))
  }
}

function budgetTable(writing: Writing, resolved: ResolvedBudget): Block {
  const t = wordsOf(writing)
  const byId = new Map(writing.plan.budget.map((line) => [line.id, line]))
  return {
    kind: 'table',
    title: t('预算', 'Budget'),
    columns: [
      { title: t('项目', 'Line'), align: 'left', width: 5 },
      { title: t('类型', 'Kind'), align: 'left', width: 2 },
      { title: t('周期', 'Period'), align: 'left', width: 2 },
      { title: t('金额', 'Amount'), align: 'right', width: 3 },
      { title: t('占总预算', 'Of total'), align: 'right', width: 2 },
      { title: t('负责人', 'Owner'), align: 'left', width: 2 },
    ],
    rows: resolved.lines.map(({ id, depth, amountCents, ofTotalBp, isLeaf }) => {
      const line = byId.get(id)
      return {
        depth,
        strong: !isLeaf && depth === 0,
        cells: [
          line?.name || line?.channel || id,
          line ? t(...BUDGET_NAMES[line.kind]) : '–',
          line ? periodName(line.period, writing) : '–',
          figure(amountCents, 'money', planRef('budget', id, 'amountCents')),
          figure(ofTotalBp === null ? null : ofTotalBp / 10_000, 'ratio', planRef('budget', id, 'shareBp')),
          line?.owner ?? '–',
        ],
      }
    }),
  }
}

/** What is given out at the first level, as bars. */
function budgetChart(writing: Writing, resolved: ResolvedBudget): Block[] {
  const t = wordsOf(writing)
  const single = resolved.lines.filter(({ depth }) => depth === 0).length === 1
  const level = resolved.lines.filter(({ depth, amountCents }) => depth === (single ? 1 : 0) && amountCents !== null)
  if (level.length < 2) return []
  const names = new Map(writing.plan.budget.map((line) => [line.id, line.name]))
  return [
    {
      kind: 'chart',
      title: t('钱花在哪里', 'Where the money goes'),
      type: 'bar',
      unit: 'money',
      categories: level.map(({ id }) => names.get(id) ?? id),
      series: [{ name: t('预算', 'Budget'), values: level.map(({ amountCents }) => amountCents) }],
      ref: planRef('budget'),
    },
  ]
}

function residuals(writing: Writing, resolved: ResolvedBudget): Block[] {
  const open = resolved.levels.filter(({ residualCents }) => residualCents !== null && residualCents !== 0)
  const names = new Map(writing.plan.budget.map((line) => [line.id, line.name]))
  return open.flatMap(({ parentId, residualBp, residualCents, lineIds }) => {
    const style = { currency: writing.plan.currency, language: writing.language, form: 'exact' } as const
    const money = formatFigure({ value: residualCents, unit: 'money' }, style)
    const share = residualBp === null ? '' : `（${formatFigure({ value: residualBp / 10_000, unit: 'ratio' }, style)}）`
    const of = parentId === null ? null : (names.get(parentId) ?? null)
    return missing(
      writing,
      `“${of ?? '总预算'}”下还有 ${money}${share}没有分配。`,
      `${money} ${share} under "${of ?? 'total'}" are not assigned.`,
      planRef('budget', lineIds[0] ?? null, 'shareBp'),
    )
  })
}

function stageTable(writing: Writing): Block[] {
  const t = wordsOf(writing)
  const { stages } = writing.plan.budgetRules
  if (stages.length === 0) return []
  const bp = (value: number): string => `${value / 100}%`
  return [
    {
      kind: 'table',
      title: t('投放节奏', 'When paid tools may spend'),
      columns: [
        { title: t('规则', 'Rule'), align: 'left', width: 3 },
        { title: t('周期', 'Periods'), align: 'left', width: 3 },
        { title: t('工具', 'Tools'), align: 'left', width: 4 },
        { title: t('区间', 'Band'), align: 'left', width: 3 },
        { title: t('理由', 'Reason'), align: 'left', width: 4 },
      ],
      rows: stages.map(({ name, fromPeriod, toPeriod, channels, minBp, maxBp, base, reason }) => ({
        cells: [
          name,
          fromPeriod === toPeriod
            ? periodName(fromPeriod, writing)
            : `${periodName(fromPeriod, writing)} – ${periodName(toPeriod, writing)}`,
          channels.length === 0 ? t('全部付费工具', 'all paid tools') : channels.join('、'),
          maxBp === 0
            ? t('暂停', 'paused')
            : `${bp(minBp)} – ${bp(maxBp)}${base ? t(`（占${BASE_NAMES[base][0]}）`, ` of ${BASE_NAMES[base][1]}`) : ''}`,
          reason || '–',
        ],
      })),
    },
  ]
}

function requestTable(writing: Writing): Block[] {
  const t = wordsOf(writing)
  const { requests } = writing.plan
  if (requests.length === 0) return []
  return [
    {
      kind: 'table',
      title: t('需要商家配合', 'Asked of the merchant'),
      columns: [
        { title: t('事项', 'Request'), align: 'left', width: 6 },
        { title: t('类型', 'Kind'), align: 'left', width: 2 },
        { title: t('周期', 'Period'), align: 'left', width: 2 },
        { title: t('金额', 'Amount'), align: 'right', width: 2 },
        { title: t('截止', 'Due'), align: 'left', width: 2 },
      ],
      rows: requests.map(({ id, text, kind, period, amountCents, dueDay }) => ({
        cells: [
          text,
          t(...REQUEST_NAMES[kind]),
          periodName(period, writing),
          figure(amountCents, 'money', planRef('requests', id, 'amountCents')),
          dueDay ?? '–',
        ],
      })),
    },
  ]
}

function contractSentence(writing: Writing): Block[] {
  const { contract } = writing.facts
  const t = wordsOf(writing)
  if (!contract) return []
  return [
    paragraph(
      plain(
        t(
          `合作合同自 ${contract.fromDay} 至 ${contract.lastDay}。`,
          `The contract runs from ${contract.fromDay} to ${contract.lastDay}.`,
        ),
      ),
    ),
  ]
}

function totalSentence(writing: Writing, resolved: ResolvedBudget): Block[] {
  const t = wordsOf(writing)
  if (resolved.totalCents === null) return []
  const sales = salesOf(writing)(String(writing.plan.year) as Parameters<typeof periodHolds>[0])
  const max = writing.plan.budgetRules.feeRatioMaxBp
  return [
    paragraph(
      plain(
        t('全年预算 ', 'The year’s budget is '),
        figure(resolved.totalCents, 'money', planRef('budget')),
        ...(sales
          ? [
              t('，占目标销售额 ', ', of target sales '),
              figure(resolved.totalCents / sales, 'ratio', planRef('budget')),
              ...(max === null
                ? []
                : [
                    t('，上限 ', ', ceiling '),
                    figure(max / 10_000, 'ratio', planRef('budget', null, 'feeRatioMaxBp')),
                  ]),
            ]
          : []),
        t('。', '.'),
      ),
    ),
  ]
}

/** 资源: money, people and what others must bring. */
export function resourcesChapter(writing: Writing): Block[] {
  const { budget } = writing.plan
  const resolved = resolveBudget(budget, { salesOf: salesOf(writing) })
  const money: Block[] =
    budget.length === 0
      ? missing(
          writing,
          '还没有预算。请在 规划 → 预算 里从模板开始或导入。',
          'There is no budget yet. Start from a template or import one under Planning → Budget.',
          planRef('budget'),
        )
      : [
          ...totalSentence(writing, resolved),
          ...budgetChart(writing, resolved),
          budgetTable(writing, resolved),
          ...residuals(writing, resolved),
        ]
  return [
    ...authorBlocks(writing, 'resources'),
    ...money,
    ...stageTable(writing),
    ...requestTable(writing),
    ...contractSentence(writing),
  ]
}
