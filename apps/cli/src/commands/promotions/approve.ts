import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import type { AddPromoCommand } from './index.ts'
import { withPromotions } from './with-promotions.ts'

type ApproveOptions = ActOptions & { reason: string }

export const addPromoApprove: AddPromoCommand = (promo, run) => {
  addAsOption(promo.command('approve <store> <promotion>'))
    .description('申请生效：由另一人批准（approvals approve）；有错误时拒绝 / ask a second person to put it into force')
    .option('--reason <text>', '理由 / reason', '')
    .action((store: string, promotion: string, { reason, ...options }: ApproveOptions, command: Command) =>
      run(command, async (shell) => {
        const asked = await withPromotions(
          shell,
          { store, options, permission: 'plan:write' },
          async (context, api, { caller, store: shop }) => {
            const { version } = await api.readPromotion(context, caller, promotion)
            return api.approvePromotion(context, caller, shop, { promotion, version, reason })
          },
        )
        shell.answer(asked, () =>
          asked.performed
            ? shell.say({ zh: '已生效（只有一位可审批的人）', en: 'In force (nobody else could approve it)' })
            : shell.say({
                zh: `等待另一人审批：${asked.request}`,
                en: `Waiting for a second person: ${asked.request}`,
              }),
        )
      }),
    )
}
