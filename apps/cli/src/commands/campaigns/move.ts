import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import type { AddCampaignCommand } from './index.ts'
import { withCampaigns } from './with-campaigns.ts'
import { stateText } from './words.ts'

type MoveOptions = ActOptions & { note: string }

export const addCampaignMove: AddCampaignCommand = (campaign, run) => {
  addAsOption(campaign.command('next <store> <campaign>'))
    .description('走到下一步；草稿则提交批准，有一项不过就拒绝 / take the next step; refused while a check is red')
    .option('--note <text>', '说明 / note', '')
    .action((store: string, id: string, { note, ...options }: MoveOptions, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: 'plan:write' as const }
        const moved = await withCampaigns(shell, given, async (context, api, as) => {
          const { step, state } = await api.readCampaign(context, as.store, id)
          const input = { to: step?.state ?? state, wave: step?.wave ?? 1, note }
          const answer = await api.moveCampaignTo(context, as.caller, as.store, { campaign: id, input })
          return { ...answer, state: input.to }
        })
        shell.answer(moved, () =>
          moved.performed
            ? shell.say({ zh: `现在是${stateText(shell, moved.state)}`, en: `Now: ${stateText(shell, moved.state)}` })
            : shell.say({
                zh: `等待另一人批准：${moved.request}`,
                en: `Waiting for a second person: ${moved.request}`,
              }),
        )
      }),
    )
}
