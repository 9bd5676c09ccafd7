import type { PriceAudit } from '@zhanggui/contract'
import type { Command } from 'commander'
import { EXIT } from '../../exit-codes.ts'
import { parseDayOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import { findingLines, moneyText } from './figures.ts'
import type { AddPromoCommand } from './index.ts'
import { withPromotions } from './with-promotions.ts'

function auditLines(shell: Shell, { orders, compared, findings, allowed }: PriceAudit): string {
  const head = shell.say({
    zh: `${orders} 单，其中 ${compared} 种购物车在同一时刻有不同买家可比。`,
    en: `${orders} orders; ${compared} carts had several buyers at one moment and were compared.`,
  })
  const explained = allowed.map(({ cart, leastCents, mostCents, rules }) => {
    const names = rules.map(({ name }) => name).join(' + ')
    return `- ${cart}: ${moneyText(shell, leastCents)} – ${moneyText(shell, mostCents)} (${names})`
  })
  return [head, findingLines(shell, findings), ...explained].join('\n')
}

export const addPromoFair: AddPromoCommand = (promo, run) => {
  promo
    .command('fair <store>')
    .description('公平价审计：同品同刻不同买家的差价；有公开规则解释不了的就以 1 退出 / fair-price audit')
    .requiredOption('--from <day>', '从这天起 / first day', parseDayOption)
    .requiredOption('--until <day>', '到这天前 / first day after', parseDayOption)
    .action((store: string, range: { from: string; until: string }, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const audit = await withPromotions(shell, given, (context, api, as) =>
          api.auditPrices(context, as.store, range),
        )
        shell.answer(audit, () => auditLines(shell, audit))
        return audit.findings.length > 0 ? EXIT.failed : EXIT.ok
      }),
    )
}
