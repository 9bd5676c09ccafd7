import type { CampaignResources } from '@zhanggui/contract'
import type { Command } from 'commander'
import type { Shell } from '../../shell.ts'
import { budgetTable } from './figures.ts'
import type { AddBudgetCommand } from './index.ts'
import { addBudgetOptions, type BudgetOptions, withBudget } from './with-budget.ts'

const KINDS = {
  people: { zh: '人员', en: 'people' },
  money: { zh: '资金', en: 'money' },
  goods: { zh: '货品', en: 'goods' },
  technology: { zh: '技术', en: 'technology' },
  partners: { zh: '合作方', en: 'partners' },
}
const CODES = {
  short: { zh: '不足', en: 'short' },
  unknown: { zh: '未确认', en: 'unknown' },
  unowned: { zh: '无人负责', en: 'nobody answers' },
  none: { zh: '没有安排', en: 'nothing planned' },
}

function render(campaigns: readonly CampaignResources[], shell: Shell): string {
  const rows = campaigns.flatMap(({ name, kinds }) =>
    kinds.flatMap(({ kind, gaps }) =>
      gaps.map((gap) => [
        name,
        shell.say(KINDS[kind]),
        gap.name,
        shell.say(CODES[gap.code]),
        gap.missing === null ? '–' : String(gap.missing),
      ]),
    ),
  )
  const heads = { zh: ['活动', '资源', '需求', '缺口', '>缺'], en: ['Campaign', 'Kind', 'Need', 'Gap', '>Missing'] }
  return budgetTable(heads[shell.language], rows)
}

export const addBudgetResources: AddBudgetCommand = (budget, run) => {
  addBudgetOptions(budget.command('resources <store>'))
    .description('各活动的人、财、物、技术、合作方缺口 / gaps of each campaign')
    .action((store: string, options: BudgetOptions, command: Command) =>
      run(command, async (shell) => {
        const campaigns = await withBudget(shell, { store, options, permission: 'plan:read' }, (context, api, caller) =>
          api.campaignResources(context, caller),
        )
        shell.answer({ campaigns }, () => render(campaigns, shell))
      }),
    )
}
