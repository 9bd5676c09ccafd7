import type { LaunchReport } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import type { RunCommand } from '../../run-command.ts'
import { withContext } from '../../with-context.ts'

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

/** `zhanggui order launches`: what each channel has left of every launch. */
export function addLaunches(order: Command, run: RunCommand): void {
  order
    .command('launches <store>')
    .description('首发与限量：各渠道还剩多少 / launches and limited items: what each channel has left')
    .action((id: string, _options: object, command: Command) =>
      run(command, async (shell) => {
        const reports = await withContext(shell, async (context, server) =>
          server.shopOrders.reportLaunches(context, await server.getStore(context, id)),
        )
        shell.answer(reports, () => renderTable(COLUMNS, reports.launches.flatMap(rows)))
      }),
    )
}
