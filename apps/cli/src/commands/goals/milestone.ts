import type { Command } from 'commander'
import { parseDayOption } from '../../parse-option.ts'
import { budgetFigures } from '../budget/figures.ts'
import { parsePercentOption } from '../budget/scenario.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { withGoals } from './with-goals.ts'

type MilestoneOptions = PlanOption & { by: string; share: number; name: string }

export const addGoalsMilestone: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('milestone <store>'))
    .description('里程碑：到某天完成全年目标的百分之几 / a share of the year’s target by a day')
    .requiredOption('--by <day>', '到哪一天（不含）/ first day after', parseDayOption)
    .option('--share <percent>', '占全年目标 / share of the target', parsePercentOption, 8000)
    .option('--name <text>', '名称 / name', '旺季结束里程碑')
    .action((store: string, { plan, by, share, name }: MilestoneOptions, command: Command) =>
      run(command, async (shell) => {
        const { added, currency } = await withGoals(shell, { store, plan }, async (at) => ({
          currency: at.view.currency,
          added: await at.goals.addMilestone(at.context, at.caller, at.store, plan, {
            name,
            shareBp: share,
            byDay: by,
          }),
        }))
        const value = budgetFigures(shell, currency).money(added.value)
        shell.answer(added, () =>
          shell.say({ zh: `已加入阶段：${by} 之前完成 ${value}。`, en: `Added to the stages: ${value} before ${by}.` }),
        )
      }),
    )
}
