import type { Command } from 'commander'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { withGoals } from './with-goals.ts'

type ReconcileOptions = PlanOption & { fillBlanks: boolean; dryRun: boolean }

export const addGoalsReconcile: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('reconcile <store>'))
    .description('以最小改动让所有合计相符 / the least change that makes every sum hold')
    .option('--fill-blanks', '也给空白的目标填上建议值 / propose the blank ones as well', false)
    .option('--dry-run', '只预览 / only show', false)
    .action((store: string, { plan, fillBlanks, dryRun }: ReconcileOptions, command: Command) =>
      run(command, async (shell) => {
        const changed = await withGoals(shell, { store, plan }, (at) =>
          at.goals.reconcileGoals(at.context, at.caller, at.store, plan, {
            revision: at.view.revision,
            fillBlanks,
            apply: !dryRun,
          }),
        )
        const { length } = changed.changes
        shell.answer(changed, () =>
          changed.applied
            ? shell.say({ zh: `已改动 ${length} 个目标。`, en: `Changed ${length} goals.` })
            : shell.say({ zh: `将改动 ${length} 个目标（未保存）。`, en: `Would change ${length} goals (not saved).` }),
        )
      }),
    )
}
