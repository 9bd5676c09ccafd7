import type { RepurchaseGoals } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { parseDayOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import { budgetFigures, budgetTable } from '../budget/figures.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { withGoals } from './with-goals.ts'

type RepurchaseOptions = PlanOption & { window: string; asOf?: string }

const GROUP: Readonly<Record<RepurchaseGoals['groups'][number]['group'], { zh: string; en: string }>> = {
  all: { zh: '全部买家', en: 'All buyers' },
  member: { zh: '会员', en: 'Members' },
  loyalMember: { zh: '忠诚会员', en: 'Loyal members' },
  nonMember: { zh: '非会员', en: 'Others' },
  returning: { zh: '老客', en: 'Returning' },
  new: { zh: '新客', en: 'New' },
}

const HEADS = {
  zh: ['人群', '>复购率', '>去年', '>买家数', '>成交占比', '>客单价'],
  en: ['Group', '>Repurchase', '>Last year', '>Buyers', '>Share of paid', '>AOV'],
}

function render(found: RepurchaseGoals, currency: string, shell: Shell): string {
  const { money, ratio, count } = budgetFigures(shell, currency)
  const rows = found.groups.map((g) => [
    shell.say(GROUP[g.group]),
    ratio(g.rate),
    ratio(g.rateBefore),
    count(g.buyers),
    ratio(g.paidShare),
    money(g.aovCents === null ? null : Math.round(g.aovCents)),
  ])
  const { from, to } = found.range
  const head = shell.say({
    zh: `首单在 ${from} 至 ${to}（不含），${found.windowDays} 天窗口都已走完`,
    en: `First orders from ${from} to ${to} (excluded), ${found.windowDays} days over for all`,
  })
  return [
    head,
    budgetTable(HEADS[shell.language], rows),
    ...found.warnings.map((w) => shell.say({ zh: w.messageZh, en: w.messageEn })),
  ].join('\n')
}

export const addGoalsRepurchase: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('repurchase <store>'))
    .description('会员、忠诚会员与非会员的复购，对比去年 / repurchase by group, against last year')
    .addOption(
      new Option('--window <days>', '复购窗口（天）/ window').choices(['30', '90', '180', '365']).default('90'),
    )
    .option('--as-of <day>', '截至哪一天（不含）/ first day that is not over', parseDayOption)
    .action((store: string, { plan, window, asOf }: RepurchaseOptions, command: Command) =>
      run(command, async (shell) => {
        const { found, currency } = await withGoals(shell, { store, plan }, async (at) => ({
          currency: at.view.currency,
          found: await at.goals.readRepurchase(at.context, at.store, { windowDays: window, ...(asOf ? { asOf } : {}) }),
        }))
        shell.answer(found, () => render(found, currency, shell))
      }),
    )
}
