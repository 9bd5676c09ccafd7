import { randomUUID } from 'node:crypto'
import { type BudgetPostResult, POSTABLE_KINDS, type PostToBudget } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { parseDayOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import { budgetFigures } from './figures.ts'
import type { AddBudgetCommand } from './index.ts'
import { parseMoneyOption } from './start.ts'
import { addBudgetOptions, type BudgetOptions, withBudget } from './with-budget.ts'

type PostOptions = BudgetOptions & {
  kind: PostToBudget['kind']
  line: string
  to?: string
  amount: number
  day?: string
  from?: NonNullable<PostToBudget['from']>
  reference?: string
  note?: string
  overspend?: string
  askApproval: boolean
  id?: string
}

const inputOf = (options: PostOptions, today: string): PostToBudget => ({
  id: options.id ?? randomUUID(),
  kind: options.kind,
  lineId: options.line,
  toLineId: options.to ?? null,
  amountCents: options.amount,
  day: options.day ?? today,
  from: options.from ?? null,
  reference: options.reference ?? '',
  note: options.note ?? '',
  overspendReason: options.overspend ?? null,
  askApproval: options.askApproval,
})

const OUTCOMES = {
  posted: { zh: '已登记', en: 'Posted' },
  duplicate: { zh: '已登记过，没有重复', en: 'Posted before; nothing changed' },
  waiting: { zh: '超过费用率上限，等待另一人审批', en: 'Above the ceiling; waits for another person' },
}

function render({ outcome, balance, approvalId }: BudgetPostResult, currency: string, shell: Shell): string {
  const { money } = budgetFigures(shell, currency)
  const id = approvalId === null ? '' : ` approvals/${approvalId}`
  return shell.say({
    zh: `${OUTCOMES[outcome].zh}${id}。可用 ${money(balance.planned)}，已承诺 ${money(balance.committed)}，已支出 ${money(balance.spent)}`,
    en: `${OUTCOMES[outcome].en}${id}. Free ${money(balance.planned)}, committed ${money(balance.committed)}, spent ${money(balance.spent)}`,
  })
}

export const addBudgetPost: AddBudgetCommand = (budget, run) => {
  addBudgetOptions(budget.command('post <store>'))
    .description('登记一笔：承诺、支出、退回、调拨… / post one entry to the ledger')
    .addOption(new Option('--kind <kind>', '种类 / kind').choices(POSTABLE_KINDS).makeOptionMandatory())
    .requiredOption('--line <id>', '预算行 / line')
    .requiredOption('--amount <amount>', '金额，如 12000 或 1.2万 / amount', parseMoneyOption)
    .option('--to <id>', '调入的预算行 / line that gets it')
    .option('--day <day>', '日期，默认今天 / day, default today', parseDayOption)
    .addOption(new Option('--from <state>', '支出来源 / taken from').choices(['planned', 'committed', 'accrued']))
    .option('--reference <text>', '单据号 / order, invoice or contract')
    .option('--note <text>', '说明 / note')
    .option('--overspend <reason>', '允许超支的原因 / reason to go beyond the budget')
    .option('--ask-approval', '超过费用率上限时提交审批 / ask a second person when above the ceiling', false)
    .option('--id <id>', '登记编号；同号重复提交不会重复登记 / your own id; the same again changes nothing')
    .action((store: string, options: PostOptions, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: 'budget:post' } as const
        const { result, currency } = await withBudget(shell, given, async (context, api, caller) => {
          const today = new Intl.DateTimeFormat('en-CA', { timeZone: caller.shop.timezone }).format(context.clock.now())
          return {
            currency: caller.shop.currency,
            result: await api.postToBudget(context, caller, inputOf(options, today)),
          }
        })
        shell.answer(result, () => render(result, currency, shell))
      }),
    )
}
