import { parseAmount } from '@zhanggui/kernel'
import { type Command, InvalidArgumentError } from 'commander'
import type { AddBudgetCommand } from './index.ts'
import { addBudgetOptions, type BudgetOptions, withBudget } from './with-budget.ts'

/** An amount as people write it. @example parseMoneyOption('1.2万') // 1_200_000 */
export function parseMoneyOption(text: string): number {
  const amount = parseAmount(text)
  if (amount.ok && amount.value > 0) return amount.value
  throw new InvalidArgumentError('应为大于 0 的金额，如 12000 或 1.2万 / an amount above 0')
}

type StartOptions = BudgetOptions & { profile: string; total?: number }

export const addBudgetStart: AddBudgetCommand = (budget, run) => {
  addBudgetOptions(budget.command('start <store>'))
    .description('用预算模板开始（预算须为空）/ begin an empty budget with a profile')
    .requiredOption('--profile <id>', 'annual-promotion, campaign-rhythm, monthly-process')
    .option('--total <amount>', '总预算 / total', parseMoneyOption)
    .action((store: string, options: StartOptions, command: Command) =>
      run(command, async (shell) => {
        const { profile, total = null } = options
        const saved = await withBudget(shell, { store, options, permission: 'plan:write' }, (context, api, caller) =>
          api.startBudget(context, caller, { profile, totalCents: total }),
        )
        shell.answer(saved, () => shell.say({ zh: '已建立预算。', en: 'The budget is there.' }))
      }),
    )
}
