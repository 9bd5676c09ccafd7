import type { Command } from 'commander'
import { findingLines, stateText } from './figures.ts'
import type { AddPromoCommand } from './index.ts'
import { withPromotions } from './with-promotions.ts'

export const addPromoShow: AddPromoCommand = (promo, run) => {
  promo
    .command('show <store> <promotion>')
    .description('促销的规则、状态、检查结果 / one promotion')
    .action((store: string, id: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const shown = await withPromotions(shell, given, (context, api, { caller }) =>
          api.readPromotion(context, caller, id),
        )
        shell.answer(shown, () => {
          const rules = shown.rules.map((rule) => `- ${rule.ruleId} ${rule.name} (${rule.mechanic})`)
          const head = `${shown.name}  ${stateText(shell, shown.state)}  v${shown.version}  ${shown.from} – ${shown.until}`
          return [head, ...rules, ...(shown.checked ? [findingLines(shell, shown.checked.findings)] : [])].join('\n')
        })
      }),
    )
}
