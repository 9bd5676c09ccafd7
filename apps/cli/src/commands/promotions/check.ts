import type { PromotionFinding } from '@zhanggui/contract'
import type { Command } from 'commander'
import { EXIT } from '../../exit-codes.ts'
import { type AskOptions, addAskOptions, askedOf } from './ask-options.ts'
import { findingLines, hasError } from './figures.ts'
import type { AddPromoCommand } from './index.ts'
import { withPromotions } from './with-promotions.ts'

export const addPromoCheck: AddPromoCommand = (promo, run) => {
  addAskOptions(promo.command('check <store>'))
    .description('发布前检查；有错误时退出码为 1 / check before publishing; exit code 1 while there is an error')
    .action((store: string, options: AskOptions, command: Command) =>
      run(command, async (shell) => {
        const asked = await askedOf(options)
        const findings = await withPromotions(
          shell,
          { store, options: {}, permission: 'plan:write' },
          async (context, api, { caller, store: shop }): Promise<PromotionFinding[]> =>
            options.promotion === undefined
              ? (await api.checkRulesFor(context, { store: shop, role: caller.role }, asked)).findings
              : api.checkPromotion(context, caller, shop, options.promotion),
        )
        shell.answer({ findings }, () => findingLines(shell, findings))
        return hasError(findings) ? EXIT.failed : EXIT.ok
      }),
    )
}
