import { basename, resolve } from 'node:path'
import type { BudgetTable } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { EXIT } from '../../exit-codes.ts'
import type { Shell } from '../../shell.ts'
import { budgetFigures, budgetTable } from './figures.ts'
import type { AddBudgetCommand } from './index.ts'
import { addBudgetOptions, type BudgetOptions, withBudget } from './with-budget.ts'

type ImportOptions = BudgetOptions & { base?: 'total' | 'parent' | 'period' | 'sales'; dryRun: boolean }

function render({ lines, problems, workedOut }: BudgetTable, currency: string, shell: Shell): string {
  const { money, share } = budgetFigures(shell, currency)
  const names = new Map(lines.map((line) => [line.id, line.name]))
  const rows = workedOut.lines.map((line) => [
    `${'  '.repeat(line.depth)}${names.get(line.id) ?? line.id}`,
    share(line.ofTotalBp),
    money(line.amountCents),
  ])
  const told = [
    ...problems.map((p) => `! ${p.row}:${p.column} 「${p.value}」${shell.say({ zh: p.messageZh, en: p.messageEn })}`),
    ...workedOut.issues.map((issue) => `- ${shell.say({ zh: issue.messageZh, en: issue.messageEn })}`),
  ]
  return [budgetTable(['', '>%', '>¥'], rows), ...told].join('\n')
}

export const addBudgetImport: AddBudgetCommand = (budget, run) => {
  addBudgetOptions(budget.command('import <store> <file>'))
    .description('用表格（CSV / XLSX）替换预算行 / replace the lines by those of a table')
    .addOption(
      new Option('--base <of>', '表里没写时，占比是占什么的 / of what shares are').choices([
        'total',
        'parent',
        'period',
        'sales',
      ]),
    )
    .option('--dry-run', '只看会变什么 / only tell what would change', false)
    .action((store: string, file: string, options: ImportOptions, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: 'plan:write' } as const
        const { table, currency } = await withBudget(shell, given, async (context, api, caller) => ({
          currency: caller.shop.currency,
          table: await api.importBudgetTable(context, caller, {
            file: { path: resolve(file), name: basename(file) },
            base: options.base ?? null,
            apply: !options.dryRun,
          }),
        }))
        shell.answer({ ...table, applied: !options.dryRun }, () => render(table, currency, shell))
        if (options.dryRun) shell.note({ zh: '仅预览，没有保存。', en: 'A preview; nothing was stored.' })
        return table.lines.length === 0 ? EXIT.rejected : EXIT.ok
      }),
    )
}
