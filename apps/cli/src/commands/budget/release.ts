import { randomUUID } from 'node:crypto'
import { type AskRelease, RELEASE_TRIGGERS } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import type { AddBudgetCommand } from './index.ts'
import { parseMoneyOption } from './start.ts'
import { addBudgetOptions, type BudgetOptions, withBudget } from './with-budget.ts'

type ReleaseOptions = BudgetOptions & {
  reserve: string
  to: string
  amount: number
  trigger?: NonNullable<AskRelease['trigger']>
  evidence?: string
  id?: string
}

const OUTCOMES = {
  released: { zh: '已动用', en: 'Released' },
  duplicate: { zh: '已动用过，没有重复', en: 'Released before; nothing changed' },
  waiting: { zh: '已提交，等待另一人审批', en: 'Asked; waits for another person' },
}

export const addBudgetRelease: AddBudgetCommand = (budget, run) => {
  addBudgetOptions(budget.command('release <store>'))
    .description('申请动用备用金：须有触发原因、依据，由另一人批准 / ask for money of the reserve')
    .requiredOption('--reserve <line>', '备用金行 / line of the reserve')
    .requiredOption('--to <line>', '用于哪一行 / line that gets it')
    .requiredOption('--amount <amount>', '金额 / amount', parseMoneyOption)
    .addOption(new Option('--trigger <trigger>', '触发原因 / trigger').choices(RELEASE_TRIGGERS))
    .option('--evidence <text>', '依据：数据、位置、时间 / what was seen')
    .option('--id <id>', '申请编号 / your own id')
    .action((store: string, options: ReleaseOptions, command: Command) =>
      run(command, async (shell) => {
        const asked = await withBudget(shell, { store, options, permission: 'budget:post' }, (context, api, caller) =>
          api.askRelease(context, caller, {
            id: options.id ?? randomUUID(),
            reserveLineId: options.reserve,
            toLineId: options.to,
            amountCents: options.amount,
            trigger: options.trigger ?? null,
            evidence: options.evidence ?? '',
          }),
        )
        const id = asked.approvalId === null ? '' : ` approvals/${asked.approvalId}`
        shell.answer(asked, () => `${shell.say(OUTCOMES[asked.outcome])}${id}`)
      }),
    )
}
