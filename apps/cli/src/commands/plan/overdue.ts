import type { OverdueTask } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import { withContext } from '../../with-context.ts'
import type { AddPlanCommand } from './index.ts'
import { addPlanOption, type PlanOption } from './plan-option.ts'

const STEPS: Readonly<Record<OverdueTask['step'], { zh: string; en: string }>> = {
  owner: { zh: '负责人', en: 'owner' },
  team: { zh: '团队', en: 'team' },
  head: { zh: '店长', en: 'head of operations' },
}

export const addPlanOverdue: AddPlanCommand = (plan, run) => {
  addPlanOption(plan.command('overdue <store>'))
    .description('逾期任务与已升级到谁 / overdue tasks and who has to hear of them')
    .action((store: string, { plan: id }: PlanOption, command: Command) =>
      run(command, async (shell) => {
        const tasks = await withContext(shell, async (context, server) =>
          server.readOverdue(context, await server.getStore(context, store), id),
        )
        shell.answer({ tasks }, () =>
          renderTable(
            [
              { header: shell.say({ zh: '任务', en: 'Task' }), align: 'left' },
              { header: shell.say({ zh: '负责人', en: 'Owner' }), align: 'left' },
              { header: shell.say({ zh: '应完成', en: 'Due' }), align: 'left' },
              { header: shell.say({ zh: '晚几天', en: 'Days late' }), align: 'right' },
              { header: shell.say({ zh: '升级到', en: 'Heard of by' }), align: 'left' },
              { header: shell.say({ zh: '在等它', en: 'Waiting' }), align: 'right' },
            ],
            tasks.map((t) => [
              t.title,
              t.owner ?? '–',
              t.dueDay,
              String(t.daysLate),
              shell.say(STEPS[t.step]),
              String(t.waiting.length),
            ]),
          ),
        )
      }),
    )
}
