import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import type { AddPromoCommand } from './index.ts'
import { withPromotions } from './with-promotions.ts'

export const addPromoStop: AddPromoCommand = (promo, run) => {
  addAsOption(promo.command('stop <store> <promotion>'))
    .description('立即停止 / the kill switch')
    .requiredOption('--reason <text>', '理由 / reason')
    .action(
      (store: string, promotion: string, { reason, ...options }: ActOptions & { reason: string }, command: Command) =>
        run(command, async (shell) => {
          const given = { store, options, permission: 'plan:write' as const }
          const stopped = await withPromotions(shell, given, async (context, api, { caller }) => {
            await api.stopPromotion(context, caller, promotion, reason)
            return api.readPromotion(context, caller, promotion)
          })
          shell.answer(stopped, () => shell.say({ zh: `“${stopped.name}”已停止`, en: `"${stopped.name}" is stopped` }))
        }),
    )
}
