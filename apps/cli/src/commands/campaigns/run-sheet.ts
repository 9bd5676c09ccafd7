import type { RunSheetLine } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import type { AddCampaignCommand } from './index.ts'
import { withCampaigns } from './with-campaigns.ts'

const COLUMNS = [
  { header: '时刻 at', align: 'left' },
  { header: '编号 id', align: 'left' },
  { header: '事项 what', align: 'left' },
  { header: '谁 who', align: 'left' },
  { header: '状态 state', align: 'left' },
  { header: '晚（分） late', align: 'right' },
] as const

const rowOf = ({ id, state, lateMinutes, body }: RunSheetLine): string[] => [
  body.at,
  id,
  body.title,
  body.owner,
  state,
  lateMinutes > 0 ? String(lateMinutes) : '',
]

export const addCampaignRunSheet: AddCampaignCommand = (campaign, run) => {
  campaign
    .command('run-sheet <store> <campaign>')
    .description('爆发日流程表：现在、接下来 / the run sheet of the burst day')
    .option('--now', '只看现在和接下来 / only what is on and what comes next')
    .action((store: string, id: string, { now }: { now?: boolean }, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const sheet = await withCampaigns(shell, given, (context, api, as) =>
          api.readRunSheet(context, { store: as.store.id, campaign: id }),
        )
        const shown = now ? [...sheet.now, ...(sheet.next ? [sheet.next] : [])] : sheet.lines
        shell.answer(sheet, () => renderTable(COLUMNS, shown.map(rowOf)))
      }),
    )
}
