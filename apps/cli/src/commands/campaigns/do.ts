import { CampaignEntryKind } from '@zhanggui/contract'
import { Argument, type Command } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import { CliFailure } from '../../cli-failure.ts'
import type { AddCampaignCommand } from './index.ts'
import { withCampaigns } from './with-campaigns.ts'

type DoOptions = ActOptions & { note: string; failed?: boolean }

export const addCampaignDo: AddCampaignCommand = (campaign, run) => {
  addAsOption(campaign.command('do <store> <campaign>'))
    .addArgument(new Argument('<kind>', '种类 / kind').choices(CampaignEntryKind.options))
    .argument('<id>', '编号 / id')
    .argument('<action>', 'finish、done、skip、proof、test、release、pass、hold、submit …')
    .description('登记做了什么：完成任务、流程表打勾、页面上线、盘点通过 / say what was done')
    .option('--note <text>', '凭证、链接或原因 / proof, link or reason', '')
    .option('--failed', '没有通过 / it did not pass')
    .action(
      (
        store: string,
        id: string,
        kind: CampaignEntryKind,
        entry: string,
        action: string,
        options: DoOptions,
        command: Command,
      ) =>
        run(command, async (shell) => {
          const { note, failed = false } = options
          const given = { store, options, permission: 'plan:write' as const }
          const after = await withCampaigns(shell, given, async (context, api, as) => {
            const { entries } = await api.readCampaign(context, as.store, id)
            const found = entries.find((one) => one.kind === kind && one.id === entry)
            if (!found)
              throw new CliFailure('not_found', { zh: `没有 ${kind} ${entry}`, en: `There is no ${kind} ${entry}` })
            const input = { version: found.version, note, passed: !failed }
            await api.actOnCampaignEntry(context, as.caller, { campaign: id, kind, id: entry, action }, input)
            return { campaign: id, kind, id: entry, action }
          })
          shell.answer(after, () => shell.say({ zh: `已登记：${entry} ${action}`, en: `Noted: ${entry} ${action}` }))
        }),
    )
}
