import type { Command } from 'commander'
import type { AddTradeCommand } from './index.ts'
import { itemTable } from './item-table.ts'
import { withTrade } from './with-trade.ts'

const ALL = { q: '', offset: 0, limit: 200 }

export const addTradeShow: AddTradeCommand = (trade, run) => {
  trade
    .command('show <store> [item]')
    .description('库存去向：可售、待付款、定金已付、已售 / where the units are')
    .action((store: string, item: string | undefined, _options: object, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const items = await withTrade(shell, given, async (context, api, caller) =>
          item === undefined
            ? (await api.listTradeItems(context, caller.store, ALL)).items
            : [await api.readTradeItem(context, caller.store, item)],
        )
        shell.answer({ items }, () => itemTable(items))
      }),
    )
}
