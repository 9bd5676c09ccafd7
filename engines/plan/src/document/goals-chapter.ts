import { DRIVER_AXIS, type Goal } from '@zhanggui/goals'
import { periodGrain } from '@zhanggui/kernel'
import { type Block, figure, formatChange, type TableRow } from '@zhanggui/report'
import {
  authorBlocks,
  dimensionName,
  metricFigure,
  metricName,
  missing,
  paragraph,
  periodName,
  plain,
  planRef,
  unitOf,
  valueName,
  type Writing,
  wordsOf,
} from './write.ts'

const scopeName = (writing: Writing, goal: Goal): string => {
  const values = Object.entries(goal.scope).map(([dimension, value]) => valueName(writing, dimension, value))
  return values.length === 0 ? wordsOf(writing)('全店', 'whole shop') : values.join(' · ')
}

const targetFigure = (writing: Writing, goal: Goal) =>
  metricFigure(writing, goal.metric, goal.target, planRef('goals', goal.id, 'target'))

function goalRow(writing: Writing, goal: Goal): TableRow {
  const change = formatChange(goal.target, goal.baseline, unitOf(writing, goal.metric), writing.language)
  return {
    cells: [
      goal.name || metricName(writing, goal.metric),
      scopeName(writing, goal),
      periodName(goal.period, writing),
      metricFigure(writing, goal.metric, goal.baseline, planRef('goals', goal.id, 'baseline')),
      targetFigure(writing, goal),
      change ?? '–',
    ],
  }
}

/** Goals that stand by themselves, by the three dimensions of a year's goals. */
function rootTable(writing: Writing, roots: readonly Goal[]): Block {
  const t = wordsOf(writing)
  return {
    kind: 'table',
    title: t('全年目标', 'Goals of the year'),
    columns: [
      { title: t('目标', 'Goal'), align: 'left', width: 4 },
      { title: t('范围', 'Scope'), align: 'left', width: 2 },
      { title: t('周期', 'Period'), align: 'left', width: 2 },
      { title: t('基线', 'Baseline'), align: 'right', width: 3 },
      { title: t('目标值', 'Target'), align: 'right', width: 3 },
      { title: t('变化', 'Change'), align: 'right', width: 2 },
    ],
    rows: roots.map((goal) => goalRow(writing, goal)),
  }
}

/** The cells of one metric and grain over the whole shop, in time order. */
function course(goals: readonly Goal[], root: Goal, grain: 'month' | 'quarter'): Goal[] {
  return goals
    .filter(
      (goal) =>
        goal.metric === root.metric &&
        goal.set === root.set &&
        Object.keys(goal.scope).length === 0 &&
        periodGrain(goal.period) === grain &&
        goal.period.startsWith(root.period),
    )
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
}

function courseBlocks(writing: Writing, root: Goal): Block[] {
  const t = wordsOf(writing)
  const months = course(writing.plan.goals, root, 'month')
  if (months.length < 2) return []
  const name = root.name || metricName(writing, root.metric)
  const hasBaseline = months.some(({ baseline }) => baseline !== null)
  const ref = planRef('goals', root.id, 'target')
  const quarters = course(writing.plan.goals, root, 'quarter')
  const parts = quarters.length === 4 ? quarters : []
  const [first, ...rest] = parts.map((q) => [`${q.period.slice(5)} `, targetFigure(writing, q)] as const)
  return [
    ...(first
      ? [
          paragraph(
            plain(
              t('分季度：', 'By quarter: '),
              ...first,
              ...rest.flatMap((part) => [t('，', ', '), ...part]),
              t('。', '.'),
            ),
          ),
        ]
      : []),
    {
      kind: 'chart',
      title: t(`${name}：每月目标`, `${name}: target by month`),
      type: 'bar',
      unit: unitOf(writing, root.metric),
      categories: months.map(({ period }) => periodName(period, writing)),
      series: [
        { name: t('目标', 'Target'), values: months.map(({ target }) => target) },
        ...(hasBaseline ? [{ name: t('基线', 'Baseline'), values: months.map((g) => g.baseline), pale: true }] : []),
      ],
      ref,
    },
  ]
}

/** The split of a root along one dimension, e.g. categories. */
function splitTable(writing: Writing, root: Goal, axis: string): Block {
  const t = wordsOf(writing)
  const parts = writing.plan.goals.filter((goal) => goal.parentId === root.id && goal.axis === axis)
  const name = root.name || metricName(writing, root.metric)
  const rowOf = (goal: Goal, strong: boolean): TableRow => ({
    strong,
    cells: [
      strong ? t('合计', 'Total') : scopeName(writing, goal),
      metricFigure(writing, goal.metric, goal.baseline, planRef('goals', goal.id, 'baseline')),
      targetFigure(writing, goal),
      figure(
        root.target && goal.target !== null ? goal.target / root.target : null,
        'ratio',
        planRef('goals', goal.id, 'target'),
      ),
      formatChange(goal.target, goal.baseline, unitOf(writing, goal.metric), writing.language) ?? '–',
    ],
  })
  return {
    kind: 'table',
    title: t(`${name}：按${dimensionName(writing, axis)}`, `${name} by ${dimensionName(writing, axis)}`),
    columns: [
      { title: t('部分', 'Part'), align: 'left', width: 4 },
      { title: t('基线', 'Baseline'), align: 'right', width: 3 },
      { title: t('目标', 'Target'), align: 'right', width: 3 },
      { title: t('占比', 'Share'), align: 'right', width: 2 },
      { title: t('变化', 'Change'), align: 'right', width: 2 },
    ],
    rows: [...parts.map((goal) => rowOf(goal, false)), rowOf(root, true)],
  }
}

const otherAxes = (writing: Writing, root: Goal): string[] => [
  ...new Set(
    writing.plan.goals.flatMap(({ parentId, axis }) =>
      parentId === root.id && axis !== null && axis !== 'period' && axis !== DRIVER_AXIS ? [axis] : [],
    ),
  ),
]

/** The driver equation of a root whose drivers hang under it. */
function driverSentence(writing: Writing, paid: Goal): Block[] {
  const t = wordsOf(writing)
  const drivers = writing.plan.goals.filter(
    ({ parentId, axis, target }) => parentId === paid.id && axis === DRIVER_AXIS && target !== null,
  )
  const [uv, cvr, aov] = ['uv', 'cvr', 'aov'].map((metric) => drivers.find((goal) => goal.metric === metric))
  if (!uv || !cvr || !aov || paid.target === null) return []
  const f = (goal: Goal) => targetFigure(writing, goal)
  return [
    paragraph(
      plain(
        t('由什么做到：访客 ', 'How it is reached: visitors '),
        f(uv),
        t(' × 转化率 ', ' × conversion '),
        f(cvr),
        t(' × 客单价 ', ' × value per buyer '),
        f(aov),
        t('，对应支付金额 ', ', for paid sales of '),
        f(paid),
        t('。', '.'),
      ),
    ),
  ]
}

/** 目标: what the year is to reach, from what, cut into quarters, months and parts. */
export function goalsChapter(writing: Writing): Block[] {
  const roots = writing.plan.goals.filter(({ parentId }) => parentId === null)
  if (roots.length === 0)
    return [
      ...authorBlocks(writing, 'goals'),
      ...missing(
        writing,
        '还没有目标。请在 规划 → 目标 里新建，或从去年的数据生成。',
        'There are no goals yet. Make some under Planning → Goals, or from last year’s data.',
        planRef('goals'),
      ),
    ]
  const unset = writing.plan.goals.filter(({ target }) => target === null)
  return [
    ...authorBlocks(writing, 'goals'),
    rootTable(writing, roots),
    ...(unset.length > 0
      ? missing(
          writing,
          `还有 ${unset.length} 个目标没有数值。`,
          `${unset.length} goals have no value yet.`,
          planRef('goals', unset[0]?.id ?? null, 'target'),
        )
      : []),
    ...roots.flatMap((root) => [
      ...driverSentence(writing, root),
      ...courseBlocks(writing, root),
      ...otherAxes(writing, root).map((axis) => splitTable(writing, root, axis)),
    ]),
  ]
}
