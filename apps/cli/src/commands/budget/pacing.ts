import type { PacingView } from '@zhanggui/contract'
import type { Command } from 'commander'
import { parseDayOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import { budgetFigures, budgetTable } from './figures.ts'
import type { AddBudgetCommand } from './index.ts'
import { addBudgetOptions, type BudgetOptions, withBudget } from './with-budget.ts'

type PacingOptions = BudgetOptions & { line: string; event?: string; asOf?: string }

const VERDICTS = {
  onPlan: { zh: '正常', en: 'on plan' },
  under: { zh: '投放不足', en: 'under-delivery' },
  over: { zh: '投放过快', en: 'over-delivery' },
  early: { zh: '尚未开始', en: 'not begun' },
}

function render(view: PacingView, currency: string, shell: Shell): string {
  const { money, ratio } = budgetFigures(shell, currency)
  const rows = view.days.map((d) => [d.day, d.phase, money(d.plannedCents), money(d.spentCents)])
  const heads = { zh: ['日期', '阶段', '>计划', '>实际'], en: ['Day', 'Phase', '>Planned', '>Spent'] }
  const { delivery, remainder } = view
  const told = [
    `${shell.say(VERDICTS[delivery.verdict])} ${ratio(delivery.error)}`,
    shell.say({
      zh: `爆发期剩余 ${money(remainder.remainderCents)}（${ratio(remainder.remainderShare)}），至少需要 ${ratio(remainder.neededShare)}${remainder.tooSmall ? '，偏少' : ''}`,
      en: `Left for the burst ${money(remainder.remainderCents)} (${ratio(remainder.remainderShare)}), needed ${ratio(remainder.neededShare)}${remainder.tooSmall ? ': too little' : ''}`,
    }),
    shell.say({ zh: `明日上限 ${money(view.nextDayCapCents)}`, en: `Cap for tomorrow ${money(view.nextDayCapCents)}` }),
  ]
  return [budgetTable(heads[shell.language], rows), ...told].join('\n')
}

export const addBudgetPacing: AddBudgetCommand = (budget, run) => {
  addBudgetOptions(budget.command('pacing <store>'))
    .description('活动预算的投放节奏 / a campaign line day by day')
    .requiredOption('--line <id>', '预算行 / line')
    .option('--event <id>', '活动，默认该行所属活动 / campaign; default the one of the line')
    .option('--as-of <day>', '截至哪一天，默认昨天 / last day that counts; default yesterday', parseDayOption)
    .action((store: string, options: PacingOptions, command: Command) =>
      run(command, async (shell) => {
        const { line, event, asOf } = options
        const query = { line, ...(event && { event }), ...(asOf && { asOf }) }
        const given = { store, options, permission: 'plan:read' } as const
        const { view, currency } = await withBudget(shell, given, async (context, api, caller) => ({
          currency: caller.shop.currency,
          view: await api.pacingView(context, caller, query),
        }))
        shell.answer(view, () => render(view, currency, shell))
      }),
    )
}
