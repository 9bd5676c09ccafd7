import type { BudgetBalances, BudgetWorkedOut } from '@zhanggui/contract'
import type { Command } from 'commander'
import type { Shell } from '../../shell.ts'
import { budgetFigures, budgetTable } from './figures.ts'
import type { AddBudgetCommand } from './index.ts'
import { addBudgetOptions, type BudgetOptions, withBudget } from './with-budget.ts'

type Shown = {
  workedOut: BudgetWorkedOut
  balances: BudgetBalances
  names: ReadonlyMap<string, string>
  currency: string
}

const HEADERS = {
  zh: ['预算', '>占总额', '>金额', '>已承诺', '>应付', '>已支出', '>可用'],
  en: ['Line', '>Of total', '>Amount', '>Committed', '>Accrued', '>Spent', '>Free'],
}

function tree({ workedOut, balances, names, currency }: Shown, shell: Shell): string {
  const { money, share } = budgetFigures(shell, currency)
  const balanceOf = new Map(balances.lines.map((line) => [line.lineId, line.balance]))
  const rows = workedOut.lines.map((line) => {
    const balance = balanceOf.get(line.id)
    const states = [balance?.committed, balance?.accrued, balance?.spent, balance?.planned].map((c) => money(c ?? null))
    const name = `${'  '.repeat(line.depth)}${names.get(line.id) ?? line.id}`
    return [name, share(line.ofTotalBp), money(line.amountCents), ...states]
  })
  return budgetTable(HEADERS[shell.language], rows)
}

function remarks({ workedOut, balances, names, currency }: Shown, shell: Shell): string[] {
  const { ratio, share } = budgetFigures(shell, currency)
  const issues = workedOut.issues.map((issue) => {
    const where = issue.lineIds.map((id) => names.get(id) ?? id).join('、')
    return `- ${where}：${shell.say({ zh: issue.messageZh, en: issue.messageEn })}`
  })
  const ceilings = balances.feeRatio.map((check) =>
    shell.say({
      zh: `${check.period} 预计费用率 ${ratio(check.ratioAfter)}，上限 ${share(check.ceilingBp)}`,
      en: `${check.period}: expected fee ratio ${ratio(check.ratioAfter)}, ceiling ${share(check.ceilingBp)}`,
    }),
  )
  return [...issues, ...ceilings]
}

export const addBudgetShow: AddBudgetCommand = (budget, run) => {
  addBudgetOptions(budget.command('show <store>'))
    .description(
      '预算树、账本余额和问题；有未理清之处时退出码为 1 / the tree with its money; exit code 1 while something is open',
    )
    .action((store: string, options: BudgetOptions, command: Command) =>
      run(command, async (shell) => {
        const shown = await withBudget(
          shell,
          { store, options, permission: 'plan:read' },
          async (context, api, caller) => {
            const { plan, figures, overrides } = await api.loadBudget(context, caller)
            const { year, budget: lines, budgetRules: rules, profile } = plan
            const workedOut = api.workOut({ year, lines, rules, profile, figures, overrides })
            const balances = await api.readBudgetBalances(context, caller)
            const names = new Map(lines.map((line) => [line.id, line.name]))
            return { workedOut, balances, names, currency: plan.currency }
          },
        )
        const { workedOut, balances } = shown
        shell.answer({ ...workedOut, balances }, () => [tree(shown, shell), ...remarks(shown, shell)].join('\n'))
        return workedOut.blocked ? 1 : 0
      }),
    )
}
