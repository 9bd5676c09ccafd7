import { renderTable } from '../../output/render-table.ts'
import { withContext } from '../../with-context.ts'
import type { AddPlanCommand } from './index.ts'
import { planState } from './plan-state.ts'

export const addPlanList: AddPlanCommand = (plan, run) => {
  plan
    .command('list <store>')
    .description('列出规划 / plans of a shop')
    .action((store: string, _options: unknown, command) =>
      run(command, async (shell) => {
        const plans = await withContext(shell, async (context, server) =>
          server.listPlans(context, (await server.getStore(context, store)).id),
        )
        shell.answer({ plans }, () =>
          renderTable(
            [
              { header: '编号 id', align: 'left' },
              { header: '年份 year', align: 'right' },
              { header: '名称 name', align: 'left' },
              { header: '状态 state', align: 'left' },
              { header: '版本 version', align: 'right' },
            ],
            plans.map((p) => [p.id, String(p.year), p.name, shell.say(planState(p)), String(p.version)]),
          ),
        )
      }),
    )
}
