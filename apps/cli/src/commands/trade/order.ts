import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import type { AddTradeCommand } from './index.ts'
import { withTrade } from './with-trade.ts'

const COLUMNS = [
  { header: '商品 item', align: 'left' },
  { header: '名称 title', align: 'left' },
  { header: '数量 quantity', align: 'right' },
  { header: '已退 returned', align: 'right' },
] as const

export const addTradeOrder: AddTradeCommand = (trade, run) => {
  trade
    .command('order <store> <order>')
    .description('核心里的一笔订单 / one order as the core knows it')
    .action((store: string, order: string, _options: object, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const found = await withTrade(shell, given, (context, api, caller) =>
          api.readTradeOrder(context, caller.store, order),
        )
        const lines = found.lines.map(({ item, title, quantity, returned }) => [
          item,
          title,
          String(quantity),
          String(returned),
        ])
        shell.answer(found, () => `${found.id} · ${found.state} · ${found.deadline}\n${renderTable(COLUMNS, lines)}`)
      }),
    )
}
