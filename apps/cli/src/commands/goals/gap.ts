import type { GoalGap } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import { parseDayOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { type GoalsAtWork, goalFigure, withGoals } from './with-goals.ts'

type GapOptions = PlanOption & { goal: string; asOf?: string }

const CAUSES: Readonly<Record<string, { zh: string; en: string }>> = {
  uv: { zh: '访客数', en: 'UV' },
  cvr: { zh: '转化率', en: 'CVR' },
  aov: { zh: '客单价', en: 'AOV' },
  buyers: { zh: '支付买家数', en: 'Buyers' },
  rest: { zh: '期内剩余日子（预测对去年）', en: 'Rest of the period, expected against last year' },
  plannedGrowth: { zh: '目标要求的增长', en: 'Growth that the target asks for' },
}

function render(gap: GoalGap, { view }: GoalsAtWork, shell: Shell): string {
  const goal = view.goals.find((g) => g.id === gap.goal)
  if (!goal) return ''
  const figure = (value: number): string => goalFigure(value, goal, view, shell)
  const columns = [
    { header: shell.say({ zh: '原因', en: 'Cause' }), align: 'left' as const },
    { header: shell.say({ zh: '影响', en: 'Effect' }), align: 'right' as const },
  ]
  const rows = gap.causes.map((c) => [
    shell.say(CAUSES[c.id] ?? { zh: '实际对去年', en: 'Actual against last year' }),
    figure(c.effect),
  ])
  rows.push([shell.say({ zh: '合计：预计 − 目标', en: 'Together: expected − target' }), figure(gap.difference)])
  return renderTable(columns, rows)
}

export const addGoalsGap: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('gap <store>'))
    .description('差距从哪里来，各原因合计等于差距 / what makes a goal’s gap; the causes add up to it')
    .requiredOption('--goal <id>', '目标编号，见 goals status --json / id of the goal')
    .option('--as-of <day>', '截至哪一天（不含）/ first day that is not over', parseDayOption)
    .action((store: string, { plan, goal, asOf }: GapOptions, command: Command) =>
      run(command, async (shell) => {
        const { gap, at } = await withGoals(shell, { store, plan }, async (at) => ({
          at,
          gap: await at.goals.readGap(at.context, at.store, plan, { goal, asOf }),
        }))
        shell.answer(gap, () => render(gap, at, shell))
      }),
    )
}
