import type { ConnectorInfo, ConnectorState } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable, type TableColumn } from '../output/render-table.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

const left = (header: string): TableColumn => ({ header, align: 'left' })

const STATES: Record<ConnectorState, string> = { off: '关闭 off', simulated: '模拟 simulated', real: '真实 real' }
const DIRECTIONS: Record<ConnectorInfo['direction'], string> = { out: '出 out', in: '入 in', both: '双向 both' }

const table = (connectors: readonly ConnectorInfo[], shell: Shell): string =>
  renderTable(
    [
      left('编号 id'),
      left('连接 connection'),
      left('方向 direction'),
      left('状态 state'),
      left('需要 needs'),
      left('在哪里开启 page'),
    ],
    connectors.map(({ id, nameZh, nameEn, direction, state, needs, page }) => [
      id,
      shell.say({ zh: nameZh, en: nameEn }),
      DIRECTIONS[direction],
      STATES[state],
      shell.say(needs),
      page,
    ]),
  )

/** Where a shop touches outside systems, and whether these are off, simulated or real. */
export function addConnectorsCommand(program: Command, run: RunCommand): void {
  program
    .command('connectors <store>')
    .description('与外部平台的连接：关闭、模拟或真实 / connections to outside systems: off, simulated or real')
    .action((store: string, _options: object, command: Command) =>
      run(command, async (shell) => {
        const connectors = await withContext(shell, async (context, server) =>
          server.readConnectors(context, await server.getStore(context, store)),
        )
        shell.answer({ connectors }, () => table(connectors, shell))
      }),
    )
}
