import type { CacAnswer, CheckCac } from '@zhanggui/contract'
import { parseAmount } from '@zhanggui/kernel'
import { type Command, InvalidArgumentError } from 'commander'
import { parseCountOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import { budgetFigures } from './figures.ts'
import type { AddBudgetCommand } from './index.ts'
import { addBudgetOptions, type BudgetOptions, withBudget } from './with-budget.ts'

type Cost = CheckCac['costs'][number]
type CacOptions = BudgetOptions & { newBuyers: number; cost: Cost[]; industry?: number }

function parseMoney(text: string): number {
  const amount = parseAmount(text)
  if (amount.ok && amount.value >= 0) return amount.value
  throw new InvalidArgumentError('应为金额，如 80 或 1.5万 / an amount such as 80')
}

/** `推广=30万`, once for each cost. */
function collectCost(text: string, before: Cost[]): Cost[] {
  const [name = '', amount = ''] = text.split('=')
  if (name.trim() === '') throw new InvalidArgumentError('应为 名称=金额 / write name=amount')
  return [...before, { name: name.trim(), cents: parseMoney(amount) }]
}

function render(answer: CacAnswer, currency: string, shell: Shell): string {
  const { money, ratio } = budgetFigures(shell, currency)
  const [cac, ceiling] = [money(answer.cacCents), money(answer.ceilingCents)]
  const head = shell.say({ zh: `获客成本 ${cac}，上限 ${ceiling}`, en: `CAC ${cac}, ceiling ${ceiling}` })
  if (!answer.rejected) return head
  const { driver } = answer
  const cut = ratio(answer.driverCut)
  const why = driver
    ? shell.say({
        zh: `超过上限；主要是“${driver.name}”，压缩 ${cut} 可回到上限。`,
        en: `Above the ceiling; driven by "${driver.name}", cut it by ${cut} to meet it.`,
      })
    : shell.say({ zh: '超过上限。', en: 'Above the ceiling.' })
  return `${head}\n${why}`
}

export const addBudgetCac: AddBudgetCommand = (budget, run) => {
  addBudgetOptions(budget.command('cac <store>'))
    .description('获客成本对上限，超出时指出是哪一项 / cost of a new buyer against its ceiling')
    .requiredOption('--new-buyers <count>', '计划新客数 / new buyers planned', parseCountOption)
    .requiredOption('--cost <name=amount>', '一项成本，可重复 / a cost, repeatable', collectCost, [])
    .option('--industry <amount>', '行业平均，上限取其 80% / industry’s mean; the ceiling is 80 % of it', parseMoney)
    .action((store: string, options: CacOptions, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: 'plan:read' } as const
        const { answer, currency } = await withBudget(shell, given, async (context, api, caller) => ({
          currency: caller.shop.currency,
          answer: await api.checkCac(context, caller, {
            newBuyers: options.newBuyers,
            costs: options.cost,
            ...(options.industry === undefined ? {} : { industry: { meanCents: options.industry } }),
          }),
        }))
        shell.answer(answer, () => render(answer, currency, shell))
      }),
    )
}
