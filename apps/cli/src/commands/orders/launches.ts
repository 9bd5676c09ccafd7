import type { LaunchReport } from '@zhanggui/contract'
import type { Command } from 'commander'
import type { Bilingual } from '../../output/language.ts'
import { renderTable } from '../../output/render-table.ts'
import type { RunCommand } from '../../run-command.ts'
import type { Shell } from '../../shell.ts'
import { withContext } from '../../with-context.ts'
import { moneyText } from '../promotions/figures.ts'

const STATES: Readonly<Record<LaunchReport['creators'][number]['state'], Bilingual>> = {
  planned: { zh: '未寄样', en: 'sample to send' },
  sampleLate: { zh: '寄样逾期', en: 'sample is late' },
  sent: { zh: '已寄样', en: 'sample sent' },
  postLate: { zh: '发布逾期', en: 'post is late' },
  posted: { zh: '已发布', en: 'posted' },
}

const COLUMNS = [
  { header: '首发 launch', align: 'left' },
  { header: '开售 opens', align: 'left' },
  { header: '状态 state', align: 'left' },
  { header: '渠道 channel', align: 'left' },
  { header: '分配 allocated', align: 'right' },
  { header: '已付 sold', align: 'right' },
  { header: '剩余 left', align: 'right' },
] as const

const rows = ({ name, opensAt, state, lots }: LaunchReport): string[][] =>
  lots.map(({ channel, allocated, sold, free }) => [
    name,
    opensAt,
    state,
    channel,
    String(allocated),
    String(sold ?? '–'),
    String(free ?? '–'),
  ])

const CREATORS = [
  { header: '首发 launch', align: 'left' },
  { header: '达人 creator', align: 'left' },
  { header: '进度 state', align: 'left' },
  { header: '发布期限 post due', align: 'left' },
  { header: '阅读 views', align: 'right' },
  { header: '计划 planned', align: 'right' },
  { header: '费用 cost', align: 'right' },
] as const

const creatorRows =
  (shell: Shell) =>
  ({ name, creators }: LaunchReport): string[][] =>
    creators.map(({ creator, state, postDue, views, plannedViews, costCents }) => [
      name,
      creator,
      shell.say(STATES[state]),
      postDue,
      String(views ?? '–'),
      String(plannedViews ?? '–'),
      moneyText(shell, costCents),
    ])

/** `zhanggui order launches`: what each channel has left of every launch. */
export function addLaunches(order: Command, run: RunCommand): void {
  order
    .command('launches <store>')
    .description(
      '首发与限量：各渠道还剩多少、达人到哪一步 / launches: what each channel has left, how far its creators are',
    )
    .action((id: string, _options: object, command: Command) =>
      run(command, async (shell) => {
        const reports = await withContext(shell, async (context, server) =>
          server.shopOrders.reportLaunches(context, await server.getStore(context, id)),
        )
        const creators = reports.launches.flatMap(creatorRows(shell))
        shell.answer(reports, () =>
          [
            renderTable(COLUMNS, reports.launches.flatMap(rows)),
            ...(creators.length > 0 ? [renderTable(CREATORS, creators)] : []),
          ].join('\n\n'),
        )
      }),
    )
}
