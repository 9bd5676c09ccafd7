import type { Command } from 'commander'
import type { AddBudgetCommand } from './index.ts'
import { addBudgetOptions, type BudgetOptions, withBudget } from './with-budget.ts'

export const addBudgetOpen: AddBudgetCommand = (budget, run) => {
  addBudgetOptions(budget.command('open <store>'))
    .description(
      '按规划给各行登记预算；再次运行只登记差额 / give each line its planned money; again: only what changed',
    )
    .action((store: string, options: BudgetOptions, command: Command) =>
      run(command, async (shell) => {
        const opened = await withBudget(shell, { store, options, permission: 'budget:post' }, (context, api, caller) =>
          api.openLedger(context, caller),
        )
        shell.answer(opened, () => shell.say({ zh: `登记了 ${opened.posted} 笔。`, en: `${opened.posted} postings.` }))
      }),
    )
}
