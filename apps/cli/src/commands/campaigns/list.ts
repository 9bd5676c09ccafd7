import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import type { AddCampaignCommand } from './index.ts'
import { withCampaigns } from './with-campaigns.ts'
import { stateText } from './words.ts'

const COLUMNS = [
  { header: '编号 id', align: 'left' },
  { header: '名称 name', align: 'left' },
  { header: '现在 now', align: 'left' },
  { header: '主活动日 main day', align: 'left' },
  { header: '下一步 next', align: 'left' },
  { header: '未过 red', align: 'right' },
  { header: '任务 tasks', align: 'right' },
] as const

export const addCampaignList: AddCampaignCommand = (campaign, run) => {
  campaign
    .command('list <store>')
    .description('列出活动：走到哪一步、下一步、还差什么 / campaigns of a shop')
    .option('--year <year>', '只看一年 / of one year')
    .action((store: string, { year }: { year?: string }, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const campaigns = await withCampaigns(shell, given, (context, api, as) =>
          api.listCampaigns(context, as.store, year === undefined ? {} : { year: Number(year) }),
        )
        shell.answer({ campaigns }, () =>
          renderTable(
            COLUMNS,
            campaigns.map(({ id, name, state, mainDay, next, tasks }) => [
              id,
              name,
              stateText(shell, state),
              mainDay,
              next ? stateText(shell, next.state) : '–',
              String(next?.red ?? 0),
              `${tasks.done}/${tasks.all}`,
            ]),
          ),
        )
      }),
    )
}
