import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import { parseCountOption, parseDayOption } from '../../parse-option.ts'
import type { AddCampaignCommand } from './index.ts'
import { withCampaigns } from './with-campaigns.ts'

type NewOptions = ActOptions & {
  id?: string
  template?: string
  copy?: string
  day?: string
  year?: number
  lead?: string
  target?: number
}

const FEN = 100

export const addCampaignNew: AddCampaignCommand = (campaign, run) => {
  addAsOption(campaign.command('new <store> <name>'))
    .description('从模板或去年的活动新建 / a campaign from a template, or from one of before')
    .option('--id <id>', '编号 / its id')
    .option('--template <id>', 'double11、618、newYearGoods、women38、brandDay、categoryDay、newLaunch、anniversary')
    .option('--copy <campaign>', '照哪个活动，按活动日对齐 / from which campaign, aligned by campaign day')
    .option('--day <day>', '主活动日 / main day', parseDayOption)
    .option(
      '--year <year>',
      '哪一年（模板对应平台大促时） / year, where the template follows an occasion',
      parseCountOption,
    )
    .option('--lead <name>', '运营负责人 / who leads operations')
    .option('--target <yuan>', '目标成交，元 / target, in yuan', parseCountOption)
    .action((store: string, name: string, options: NewOptions, command: Command) =>
      run(command, async (shell) => {
        const { id, template, copy, day, year, lead, target } = options
        const input = {
          name,
          ...(id !== undefined && { id }),
          ...(template !== undefined && { template }),
          ...(copy !== undefined && { copyOf: copy }),
          ...(day !== undefined && { mainDay: day }),
          ...(year !== undefined && { year }),
          ...(target !== undefined && { targetCents: target * FEN }),
          team: lead === undefined ? [] : [{ team: 'operations' as const, lead }],
        }
        const made = await withCampaigns(
          shell,
          { store, options, permission: 'plan:write' },
          async (context, api, as) =>
            api.readCampaign(context, as.store, await api.createCampaign(context, as.caller, as.store, input)),
        )
        shell.answer(made, () =>
          shell.say({
            zh: `已建活动 ${made.id}（${made.name}），主活动日 ${made.mainDay}，${made.tasks.all} 项任务`,
            en: `Campaign ${made.id} (${made.name}), main day ${made.mainDay}, ${made.tasks.all} tasks`,
          }),
        )
      }),
    )
}
