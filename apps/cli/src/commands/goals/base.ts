import type { DailyBase } from '@zhanggui/contract'
import type { Command } from 'commander'
import { parseDayOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import { budgetFigures, budgetTable } from '../budget/figures.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { withGoals } from './with-goals.ts'

type BaseOptions = PlanOption & { asOf?: string }

const HEADS = {
  zh: ['月份', '>平常一天', '>底盘环比', '>整月日均环比', '>大促天数', ''],
  en: ['Month', '>Ordinary day', '>Base on month before', '>Whole month', '>Promotion days', ''],
}

function render({ months }: DailyBase, currency: string, shell: Shell): string {
  const { money, ratio, count } = budgetFigures(shell, currency)
  const masked = shell.say({ zh: '被大促掩盖的下滑', en: 'a fall that the promotion hides' })
  const rows = months.map((m) => [
    m.month,
    money(m.base === null ? null : Math.round(m.base)),
    ratio(m.growth),
    ratio(m.wholeGrowth),
    count(m.promoDays),
    m.masked ? masked : '',
  ])
  return budgetTable(HEADS[shell.language], rows)
}

export const addGoalsBase: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('base <store>'))
    .description('日销底盘：剔除大促后平常一天卖多少 / what an ordinary day sells, promotions taken out')
    .option('--as-of <day>', '截至哪一天（不含）/ first day that is not over', parseDayOption)
    .action((store: string, { plan, asOf }: BaseOptions, command: Command) =>
      run(command, async (shell) => {
        const { base, currency } = await withGoals(shell, { store, plan }, async (at) => ({
          currency: at.view.currency,
          base: await at.goals.readDailyBase(at.context, at.store, { asOf }),
        }))
        shell.answer(base, () => render(base, currency, shell))
      }),
    )
}
