import type { GoalsView, NodeDriversAnswer } from '@zhanggui/contract'
import type { Command } from 'commander'
import type { Shell } from '../../shell.ts'
import { budgetFigures, budgetTable } from '../budget/figures.ts'
import { parsePercentOption } from '../budget/scenario.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { goalTitle, withGoals } from './with-goals.ts'

type NodesOptions = PlanOption & { goal?: string; months: boolean; cvr: number; aov: number; dryRun: boolean }

const HEADS = {
  zh: ['目标', '期间', '>支付金额', '>访客数', '>转化率', '>客单价', '>买家数', ''],
  en: ['Goal', 'Period', '>Paid', '>UV', '>CVR', '>AOV', '>Buyers', ''],
}

const REMARK = {
  visits: { zh: '', en: '' },
  buyers: { zh: '访客不分到这一级', en: 'visits are not counted there' },
  overdetermined: { zh: '三项都锁定且矛盾', en: 'all three locked, and they contradict' },
  unknown: { zh: '去年没有数据', en: 'nothing of last year' },
} as const

function render({ nodes, changed }: NodeDriversAnswer, view: GoalsView, shell: Shell): string {
  const { money, ratio, count } = budgetFigures(shell, view.currency)
  const byId = new Map(view.goals.map((g) => [g.id, g]))
  const rows = nodes.map((node) => {
    const goal = byId.get(node.goal)
    return [
      goal ? goalTitle(goal, view, shell) : node.goal,
      goal?.period ?? '',
      money(node.paid.target),
      count(node.uv.target),
      ratio(node.cvr.target),
      money(node.aov.target),
      count(node.buyers.target),
      shell.say(REMARK[node.kind]),
    ]
  })
  const written = changed.made.length + changed.changes.length
  const said = changed.applied
    ? shell.say({ zh: `已写入 ${written} 个辅助目标。`, en: `${written} auxiliary targets written.` })
    : shell.say({ zh: `将写入 ${written} 个辅助目标（未保存）。`, en: `${written} would be written (not saved).` })
  const warnings = changed.warnings.map((w) => shell.say({ zh: w.messageZh, en: w.messageEn }))
  return [budgetTable(HEADS[shell.language], rows), said, ...warnings].join('\n')
}

export const addGoalsNodes: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('nodes <store>'))
    .description(
      '给每个支付金额目标配访客数、转化率、客单价 / visitors, conversion and AOV under every goal on paid sales',
    )
    .option('--goal <id>', '只配这一个目标 / this goal only')
    .option('--months', '季度和月份也配 / quarters and months too', false)
    .option('--cvr <percent>', '转化率比去年 / conversion against last year', parsePercentOption, 0)
    .option('--aov <percent>', '客单价比去年 / AOV against last year', parsePercentOption, 0)
    .option('--dry-run', '只预览 / only show', false)
    .action((store: string, { plan, goal, months, cvr, aov, dryRun }: NodesOptions, command: Command) =>
      run(command, async (shell) => {
        const { answer, view } = await withGoals(shell, { store, plan }, async (at) => ({
          view: at.view,
          answer: await at.goals.addNodeDrivers(at.context, at.caller, at.store, plan, {
            revision: at.view.revision,
            apply: !dryRun,
            periods: months ? 'all' : 'year',
            cvrGrowthBp: cvr,
            aovGrowthBp: aov,
            ...(goal && { goal }),
          }),
        }))
        shell.answer(answer, () => render(answer, view, shell))
      }),
    )
}
