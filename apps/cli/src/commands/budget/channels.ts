import type { ChannelVerdicts } from '@zhanggui/contract'
import type { Command } from 'commander'
import { addRangeOptions, type RangeOptions } from '../../range-options.ts'
import type { Shell } from '../../shell.ts'
import { budgetFigures, budgetTable } from './figures.ts'
import type { AddBudgetCommand } from './index.ts'
import { addBudgetOptions, type BudgetOptions, withBudget } from './with-budget.ts'

const VERDICTS = {
  keep: { zh: '保留', en: 'keep' },
  cut: { zh: '缩减', en: 'cut' },
  defer: { zh: '暂不判断', en: 'judge later' },
}

function render({ channels }: ChannelVerdicts, currency: string, shell: Shell): string {
  const { money, multiple, count: whole } = budgetFigures(shell, currency)
  const heads = {
    zh: ['工具', '>花费', '>点击', '>ROI', '结论', '复核日'],
    en: ['Tool', '>Spend', '>Clicks', '>ROI', 'Verdict', 'Review'],
  }
  const rows = channels.map((c) => {
    const roi = multiple(c.roiMilli === null ? null : c.roiMilli / 1000)
    return [
      c.tool,
      money(c.spendCents),
      whole(c.clicks),
      roi,
      `${shell.say(VERDICTS[c.verdict])} (${c.reason})`,
      c.reviewDay,
    ]
  })
  return budgetTable(heads[shell.language], rows)
}

export const addBudgetChannels: AddBudgetCommand = (budget, run) => {
  addRangeOptions(addBudgetOptions(budget.command('channels <store>')))
    .description('渠道保留或缩减，默认看最近 30 天 / keep or cut channels; default the last 30 days')
    .action((store: string, options: BudgetOptions & RangeOptions, command: Command) =>
      run(command, async (shell) => {
        const { from, to } = options
        const query = { ...(from && { from }), ...(to && { to }) }
        const given = { store, options, permission: 'plan:read' } as const
        const { verdicts, currency } = await withBudget(shell, given, async (context, api, caller) => ({
          currency: caller.shop.currency,
          verdicts: await api.channelVerdicts(context, caller, query),
        }))
        shell.answer(verdicts, () => render(verdicts, currency, shell))
      }),
    )
}
