import type { GoalsAttainment, GoalsView } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import { parseDayOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { goalFigure, goalTitle, withGoals } from './with-goals.ts'

type StatusOptions = PlanOption & { asOf?: string; all: boolean }
type Row = GoalsAttainment['rows'][number]

const STATUS: Readonly<Record<Row['status'], { zh: string; en: string }>> = {
  achieved: { zh: '达成', en: 'achieved' },
  atRisk: { zh: '有风险', en: 'at risk' },
  behind: { zh: '落后', en: 'behind' },
  unset: { zh: '未设目标', en: 'unset' },
  unknown: { zh: '无数据', en: 'unknown' },
}

const HEADS = {
  zh: ['目标', '期间', '目标值', '已完成', '达成率', '预计期末', '缺口', '每天还需', '状态'],
  en: ['Goal', 'Period', 'Target', 'Actual', 'Rate', 'Expected', 'Gap', 'Needed a day', 'Status'],
}

const percent = (rate: number | null): string => (rate === null ? '–' : `${(rate * 100).toFixed(1)}%`)
const whole = (value: number | null): number | null => (value === null ? null : Math.round(value))

function render({ asOf, rows, warnings }: GoalsAttainment, view: GoalsView, all: boolean, shell: Shell): string {
  const columns = HEADS[shell.language].map((header, i) => ({
    header,
    align: i >= 2 && i <= 7 ? ('right' as const) : ('left' as const),
  }))
  const byId = new Map(rows.map((r) => [r.goal, r]))
  const shown = view.goals.filter((g) => all || Object.keys(g.scope).length === 0)
  const lines = shown.flatMap((goal) => {
    const row = byId.get(goal.id)
    if (!row) return []
    const figure = (value: number | null): string => goalFigure(value, goal, view, shell)
    return [
      [
        goalTitle(goal, view, shell),
        goal.period,
        figure(row.target),
        figure(row.actual),
        percent(row.rate),
        figure(row.end?.mean ?? null),
        figure(row.gap),
        figure(whole(row.neededPerDay)),
        shell.say(STATUS[row.status]),
      ],
    ]
  })
  const head = shell.say({ zh: `截至 ${asOf}（不含当天）`, en: `Before ${asOf}` })
  return [
    head,
    renderTable(columns, lines),
    ...warnings.map((w) => shell.say({ zh: w.messageZh, en: w.messageEn })),
  ].join('\n')
}

export const addGoalsStatus: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('status <store>'))
    .description('目标达成：已完成、预计期末、缺口、每天还需 / how far the goals are and where they are heading')
    .option('--as-of <day>', '截至哪一天（不含）/ first day that is not over', parseDayOption)
    .option('--all', '也列出按维度拆分的目标 / parts by dimension as well', false)
    .action((store: string, { plan, asOf, all }: StatusOptions, command: Command) =>
      run(command, async (shell) => {
        const { attained, view } = await withGoals(shell, { store, plan }, async (at) => ({
          view: at.view,
          attained: await at.goals.readAttainment(at.context, at.store, plan, { asOf }),
        }))
        shell.answer(attained, () => render(attained, view, all, shell))
      }),
    )
}
