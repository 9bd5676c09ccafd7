import { type Command, InvalidArgumentError } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import { withContext } from '../../with-context.ts'
import type { AddPlanCommand } from './index.ts'
import { addPlanOption, type PlanOption } from './plan-option.ts'

type ConfirmOptions = PlanOption & { as: string; number: number; sha256: string; note: string }

function parseNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('应为版本号 / the number of a version')
  return Number(text)
}

export const addPlanConfirm: AddPlanCommand = (plan, run) => {
  addPlanOption(plan.command('confirm <store>'))
    .description('商家或品牌方确认已批准的版本 / the merchant or brand confirms the approved version')
    .requiredOption('--as <email>', '确认人，须为商家或品牌方成员 / who confirms, of the merchant’s or brand’s side')
    .requiredOption('--number <version>', '版本号 / number of the version', parseNumber)
    .requiredOption('--sha256 <hash>', '所读版本的校验值 / hash of what was read')
    .option('--note <text>', '说明 / note', '')
    .action((storeId: string, options: ConfirmOptions, command: Command) =>
      run(command, async (shell) => {
        const { plan: id, as, number, sha256, note } = options
        const confirmations = await withContext(shell, async (context, server) => {
          const store = await server.getStore(context, storeId)
          const caller = await server.personCaller(context, store.id, { email: as, permission: 'plan:confirm' })
          return server.confirmPlan(context, caller, id, { version: number, sha256, note })
        })
        const headers = ['版本 version', '确认人 confirmed by', '时间 at']
        shell.answer({ confirmations }, () =>
          renderTable(
            headers.map((header) => ({ header, align: 'left' as const })),
            confirmations.map((c) => [String(c.version), c.confirmedBy, c.confirmedAt.slice(0, 16)]),
          ),
        )
      }),
    )
}
