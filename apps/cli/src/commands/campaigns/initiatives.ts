import type { InitiativeInfo } from '@zhanggui/contract'
import type { Command } from 'commander'
import { formatFigure } from '../../output/format-figure.ts'
import { renderTable } from '../../output/render-table.ts'
import type { AddCampaignCommand } from './index.ts'
import { withCampaigns } from './with-campaigns.ts'

const COLUMNS = [
  { header: '编号 id', align: 'left' },
  { header: '名称 name', align: 'left' },
  { header: '负责人 owner', align: 'left' },
  { header: '里程碑 milestones', align: 'right' },
  { header: '效果/日 effect', align: 'right' },
  { header: '提升 share', align: 'right' },
  { header: '结论 verdict', align: 'left' },
] as const

const doneText = ({ milestones }: InitiativeInfo): string =>
  `${milestones.filter(({ state }) => state === 'done').length}/${milestones.length}`

/** Everything may be seen from the shell of the shop itself. */
const EVERYTHING = { may: () => true }

export const addCampaignInitiatives: AddCampaignCommand = (campaign, run) => {
  campaign
    .command('initiatives <store> [campaign]')
    .description('改善项目：里程碑与效果 / improvement initiatives with what they changed')
    .action((store: string, id: string | undefined, _options: object, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const { initiatives, currency } = await withCampaigns(shell, given, async (context, api, as) => ({
          initiatives: await api.readInitiatives(context, as.store, { asker: EVERYTHING, campaign: id }),
          currency: as.store.currency,
        }))
        const { language } = shell
        shell.answer({ initiatives }, () =>
          renderTable(
            COLUMNS,
            initiatives.map((one) => [
              one.code,
              one.name,
              one.owner,
              doneText(one),
              formatFigure(one.effect, { unit: one.unit, currency, language }),
              formatFigure(one.share, { unit: 'ratio', currency, language }),
              one.verdict,
            ]),
          ),
        )
      }),
    )
}
