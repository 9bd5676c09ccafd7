import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../../act-as.ts'
import { withPromotions } from '../with-promotions.ts'
import type { AddProgrammeCommand } from './index.ts'
import { programmeText } from './look.ts'

export const addOpen: AddProgrammeCommand = (programmes, run) => {
  addAsOption(programmes.command('open <store> <programme>'))
    .description('申请生效，由另一人批准（approvals approve）/ ask a second person to open it')
    .option('--reason <text>', '理由 / reason', '')
    .action(
      (store: string, programme: string, { reason, ...options }: ActOptions & { reason: string }, command: Command) =>
        run(command, async (shell) => {
          const asked = await withPromotions(
            shell,
            { store, options, permission: 'plan:write' },
            (context, api, { caller }) => api.openProgramme(context, caller, { programme, input: { reason } }),
          )
          shell.answer(asked, () =>
            asked.performed
              ? shell.say({ zh: '已生效（只有一位可审批的人）', en: 'Open (nobody else could approve it)' })
              : shell.say({
                  zh: `等待另一人审批：${asked.request}`,
                  en: `Waiting for a second person: ${asked.request}`,
                }),
          )
        }),
    )
}

export const addClose: AddProgrammeCommand = (programmes, run) => {
  addAsOption(programmes.command('close <store> <programme>'))
    .description('截止新申请并公布种子；--json 含验算数据 / close to new cases, publish the seed and the proof')
    .action((store: string, programme: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const closed = await withPromotions(
          shell,
          { store, options, permission: 'plan:write' },
          async (context, api, { caller, store: shop }) => {
            await api.closeProgramme(context, caller, programme)
            const proof = await api.readProof(context, { store: shop.id, programme })
            return { programme: await api.readProgramme(context, shop, programme), proof }
          },
        )
        shell.answer(closed, () => programmeText(shell, closed.programme))
      }),
    )
}
