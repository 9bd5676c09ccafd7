import type { Command } from 'commander'
import { parseCountOption } from '../../parse-option.ts'
import { parsePercentOption } from '../budget/scenario.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { withGoals } from './with-goals.ts'

type ImproveOptions = PlanOption & { cvr: number; live: number; dryRun: boolean }

export const addGoalsImprove: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('improve <store>'))
    .description('把运营改善指标加入目标，带去年基线 / operating targets as goals with their baselines')
    .option('--cvr <percent>', '转化率提升 / uplift of conversion', parsePercentOption, 1500)
    .option('--live <count>', '每月直播场次 / live sessions a month', parseCountOption, 50)
    .option('--dry-run', '只预览 / only show', false)
    .action((store: string, { plan, cvr, live, dryRun }: ImproveOptions, command: Command) =>
      run(command, async (shell) => {
        const changed = await withGoals(shell, { store, plan }, (at) =>
          at.goals.addImprovement(at.context, at.caller, at.store, plan, {
            revision: at.view.revision,
            apply: !dryRun,
            cvrUpliftBp: cvr,
            liveSessionsPerMonth: live,
          }),
        )
        const { length } = changed.made
        shell.answer(changed, () =>
          [
            changed.applied
              ? shell.say({ zh: `已加入 ${length} 个目标。`, en: `Added ${length} goals.` })
              : shell.say({ zh: `将加入 ${length} 个目标（未保存）。`, en: `Would add ${length} goals (not saved).` }),
            ...changed.warnings.map((w) => shell.say({ zh: w.messageZh, en: w.messageEn })),
          ].join('\n'),
        )
      }),
    )
}
