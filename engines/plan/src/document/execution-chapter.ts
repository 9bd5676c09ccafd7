import { periodGrain } from '@zhanggui/kernel'
import { type Block, figure } from '@zhanggui/report'
import type { PlanTask, TableRow } from '../plan.ts'
import { SIDE_NAMES, TEAM_NAMES } from './names.ts'
import { authorBlocks, missing, paragraph, periodName, plain, planRef, type Writing, wordsOf } from './write.ts'

function gantt(writing: Writing): Block[] {
  const { events, year } = writing.plan
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`]
  const inYear = events
    .filter((event) => event.toDay > from && event.fromDay < to)
    .toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1))
  if (inYear.length === 0) return []
  return [
    {
      kind: 'gantt',
      title: wordsOf(writing)('全年排期', 'The year’s calendar'),
      from,
      to,
      rows: inYear.map((event) => ({
        label: event.name,
        from: [event.fromDay, from].sort()[1] ?? from,
        to: [event.toDay, to].sort()[0] ?? to,
      })),
      ref: planRef('events'),
    },
  ]
}

/** Tasks by the team that does them. */
function teamSentence(writing: Writing, tasks: readonly PlanTask[]): Block {
  const t = wordsOf(writing)
  const counts = new Map<PlanTask['team'], number>()
  for (const { team } of tasks) counts.set(team, (counts.get(team) ?? 0) + 1)
  const parts = [...counts].toSorted(([, a], [, b]) => b - a)
  return paragraph(
    plain(
      t('共 ', 'There are '),
      figure(tasks.length, 'count', planRef('tasks')),
      t(' 项任务：', ' tasks: '),
      ...parts.flatMap(([team, count], i) => [
        `${i === 0 ? '' : t('，', ', ')}${t(...TEAM_NAMES[team])} `,
        figure(count, 'count', planRef('tasks')),
      ]),
      t('。', '.'),
    ),
  )
}

function taskTable(writing: Writing, tasks: readonly PlanTask[]): Block {
  const t = wordsOf(writing)
  const inOrder = tasks.toSorted((a, b) => {
    const [x, y] = [a.dueDay ?? `${a.period}-99`, b.dueDay ?? `${b.period}-99`]
    return x < y ? -1 : x > y ? 1 : 0
  })
  return {
    kind: 'table',
    title: t('任务', 'Tasks'),
    columns: [
      { title: t('任务', 'Task'), align: 'left', width: 6 },
      { title: t('周期', 'Period'), align: 'left', width: 2 },
      { title: t('方', 'Side'), align: 'left', width: 2 },
      { title: t('团队', 'Team'), align: 'left', width: 2 },
      { title: t('负责人', 'Owner'), align: 'left', width: 2 },
      { title: t('截止', 'Due'), align: 'left', width: 2 },
    ],
    rows: inOrder.map((task) => ({
      cells: [
        task.title,
        periodName(task.period, writing),
        t(...SIDE_NAMES[task.side]),
        t(...TEAM_NAMES[task.team]),
        task.owner ?? '–',
        task.dueDay ?? '–',
      ],
    })),
  }
}

function yearTable(writing: Writing, rows: readonly TableRow[]): Block {
  const t = wordsOf(writing)
  return {
    kind: 'table',
    title: t('年度计划表', 'The yearly table'),
    columns: [
      { title: t('时间', 'Time'), align: 'left', width: 2 },
      { title: t('目标', 'Target'), align: 'left', width: 2 },
      { title: t('主题', 'Theme'), align: 'left', width: 3 },
      { title: t('策略', 'Strategy'), align: 'left', width: 5 },
      { title: t('页面设计', 'Pages'), align: 'left', width: 4 },
      { title: t('日常推广', 'Daily promotion'), align: 'left', width: 4 },
      { title: t('商家配合', 'Merchant'), align: 'left', width: 4 },
    ],
    rows: rows.map((row) => ({
      strong: periodGrain(row.period) === 'year',
      cells: [
        periodName(row.period, writing),
        row.target || '–',
        row.theme || '–',
        row.strategy || '–',
        row.pageDesign || '–',
        row.dailyPromotion || '–',
        row.merchantCooperation || '–',
      ],
    })),
  }
}

/** 执行: when what happens, who does it, the year as one table. */
export function executionChapter(writing: Writing): Block[] {
  const { tasks, table } = writing.plan
  const work: Block[] =
    tasks.length === 0
      ? missing(
          writing,
          '还没有任务。请从月度模板生成，或导入年度计划表。',
          'There are no tasks yet. Make them from the monthly templates, or import the yearly table.',
          planRef('tasks'),
        )
      : [teamSentence(writing, tasks), taskTable(writing, tasks)]
  const blocks = [
    ...authorBlocks(writing, 'execution'),
    ...gantt(writing),
    ...(table.length > 0 ? [yearTable(writing, table)] : []),
    ...work,
  ]
  return blocks
}
