import type { BudgetLedgerPage } from '@zhanggui/contract'
import type { Command } from 'commander'
import { parseCountOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import { budgetFigures, budgetTable } from './figures.ts'
import type { AddBudgetCommand } from './index.ts'
import { addBudgetOptions, type BudgetOptions, withBudget } from './with-budget.ts'

type LedgerOptions = BudgetOptions & { line?: string; limit: number }

function render(page: BudgetLedgerPage, currency: string, shell: Shell): string {
  const { money } = budgetFigures(shell, currency)
  const rows = page.postings.map((p) => [
    p.day,
    p.kind,
    p.lineId,
    money(p.amountCents),
    p.reference,
    p.note,
    p.postedBy,
  ])
  const heads = {
    zh: ['日期', '种类', '预算行', '>金额', '单据', '说明', '登记人'],
    en: ['Day', 'Kind', 'Line', '>Amount', 'Reference', 'Note', 'By'],
  }
  return budgetTable(heads[shell.language], rows)
}

export const addBudgetLedger: AddBudgetCommand = (budget, run) => {
  addBudgetOptions(budget.command('ledger <store>'))
    .description('账本，新的在前 / postings, the newest first')
    .option('--line <id>', '只看一行 / of one line')
    .option('--limit <rows>', '最多行数 / rows at most', parseCountOption, 100)
    .action((store: string, options: LedgerOptions, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: 'plan:read' } as const
        const { page, currency } = await withBudget(shell, given, async (context, api, caller) => ({
          currency: caller.shop.currency,
          page: await api.readLedger(context, caller, { line: options.line, limit: options.limit, offset: 0 }),
        }))
        shell.answer(page, () => render(page, currency, shell))
      }),
    )
}
