import type { GoalReplay } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import type { Shell } from '../../shell.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { type GoalsAtWork, goalFigure, withGoals } from './with-goals.ts'

const percent = (rate: number | null): string => (rate === null ? '–' : `${(rate * 100).toFixed(1)}%`)

function render(replay: GoalReplay, { view }: GoalsAtWork, shell: Shell): string {
  const goal = view.goals.find((g) => g.id === replay.goal)
  if (!goal) return ''
  const figure = (value: number | null): string => goalFigure(value, goal, view, shell)
  const heads = {
    zh: ['月份', '月初预计', '实际', '误差', '误差率'],
    en: ['Month', 'Expected', 'Actual', 'Error', 'Relative'],
  }
  const columns = heads[shell.language].map((header, i) => ({
    header,
    align: i === 0 ? ('left' as const) : ('right' as const),
  }))
  const rows = replay.periods.map((p) => [
    p.period,
    figure(p.expected),
    figure(p.actual),
    figure(p.error),
    percent(p.relative),
  ])
  const sum = shell.say({
    zh: `加权误差（WAPE）${percent(replay.wape)}，偏差 ${percent(replay.bias)}`,
    en: `WAPE ${percent(replay.wape)}, bias ${percent(replay.bias)}`,
  })
  return `${renderTable(columns, rows)}\n${sum}`
}

export const addGoalsReplay: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('replay <store>'))
    .description('按月回放：月初的预测与后来的实际 / what each month was expected to bring, and brought')
    .requiredOption('--goal <id>', '年度或季度目标 / a goal of a year or a quarter')
    .action((store: string, { plan, goal }: PlanOption & { goal: string }, command: Command) =>
      run(command, async (shell) => {
        const { replay, at } = await withGoals(shell, { store, plan }, async (at) => ({
          at,
          replay: await at.goals.replayGoal(at.context, at.store, plan, { goal }),
        }))
        shell.answer(replay, () => render(replay, at, shell))
      }),
    )
}
