import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import { withContext } from '../../with-context.ts'
import type { AddPlanCommand } from './index.ts'
import { addPlanOption, type PlanOption } from './plan-option.ts'
import { planState } from './plan-state.ts'

const PARTS = [
  ['goals', '目标 goals'],
  ['measures', '自定义指标 own measures'],
  ['stages', '阶段 stages'],
  ['budget', '预算 budget lines'],
  ['events', '日历 calendar entries'],
  ['tasks', '任务 tasks'],
  ['requests', '商家配合 requests'],
  ['table', '年度计划表 table rows'],
] as const

export const addPlanShow: AddPlanCommand = (plan, run) => {
  addPlanOption(plan.command('show <store>'))
    .description('查看规划；--json 为全文 / a plan; all of it with --json')
    .action((store: string, { plan: id }: PlanOption, command: Command) =>
      run(command, async (shell) => {
        const stored = await withContext(shell, async (context, server) =>
          server.readPlan(context, (await server.getStore(context, store)).id, id),
        )
        shell.answer({ ...stored.plan, ...stored.summary, revisions: stored.revisions }, () => {
          const { name, year } = stored.summary
          const columns = [
            { header: '部分 part', align: 'left' as const },
            { header: '数量 count', align: 'right' as const },
          ]
          const rows = PARTS.map(([list, title]) => [title, String(stored.plan[list].length)])
          return `${name}（${year}）· ${shell.say(planState(stored.summary))}\n${renderTable(columns, rows)}`
        })
      }),
    )
}
