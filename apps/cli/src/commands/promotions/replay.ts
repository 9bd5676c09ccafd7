import type { RulesReplayed } from '@zhanggui/contract'
import type { Command } from 'commander'
import type { Shell } from '../../shell.ts'
import { type AskOptions, addAskOptions, askedOf } from './ask-options.ts'
import { moneyText } from './figures.ts'
import type { AddPromoCommand } from './index.ts'
import { withPromotions } from './with-promotions.ts'

type ReplayOptions = AskOptions & { from: string; until: string }

function render(shell: Shell, replayed: RulesReplayed): string {
  const money = (cents: number | null) => moneyText(shell, cents)
  const { orders, hitOrders, paidCents, replayedCents, deltaRevenueCents, deltaMarginCents } = replayed
  const rules = replayed.costByRule.map(
    ({ ruleId, name, cents, orders: n }) => `- ${ruleId} ${name}: ${money(cents)} (${n})`,
  )
  return [
    shell.say({ zh: `订单 ${orders}，命中 ${hitOrders}`, en: `${orders} orders, ${hitOrders} of them reduced` }),
    shell.say({
      zh: `实付 ${money(paidCents)} → ${money(replayedCents)}（${money(deltaRevenueCents)}），毛利变化 ${money(deltaMarginCents)}`,
      en: `Paid ${money(paidCents)} → ${money(replayedCents)} (${money(deltaRevenueCents)}), margin ${money(deltaMarginCents)}`,
    }),
    ...rules,
    ...(shell.language === 'zh' ? replayed.assumptionsZh : replayed.assumptionsEn),
  ].join('\n')
}

export const addPromoReplay: AddPromoCommand = (promo, run) => {
  addAskOptions(promo.command('replay <store>'))
    .description('用历史订单重算：收入、毛利、各方承担 / the orders of a range under these rules')
    .requiredOption('--from <day>', '第一天 / first day')
    .requiredOption('--until <day>', '最后一天的次日 / day after the last')
    .action((store: string, { from, until, ...options }: ReplayOptions, command: Command) =>
      run(command, async (shell) => {
        const asked = await askedOf(options)
        const replayed = await withPromotions(
          shell,
          { store, options: {}, permission: 'plan:read' },
          (context, api, { caller, store: shop }) =>
            api.replayRules(context, { store: shop, role: caller.role }, { ...asked, from, until }),
        )
        shell.answer(replayed, () => render(shell, replayed))
      }),
    )
}
