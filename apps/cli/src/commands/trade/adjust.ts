import { type Command, InvalidArgumentError } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import type { AddTradeCommand } from './index.ts'
import { itemTable } from './item-table.ts'
import { withTrade } from './with-trade.ts'

function parseDelta(text: string): number {
  if (/^[+-]?\d{1,9}$/.test(text) && Number(text) !== 0) return Number(text)
  throw new InvalidArgumentError('写成 +20 或 -5 / write +20 or -5')
}

export const addTradeAdjust: AddTradeCommand = (trade, run) => {
  addAsOption(trade.command('adjust <store> <item>'))
    .description('增减可售库存；不会减到已占用的部分 / more or less to sell; what is reserved stays')
    .requiredOption('--by <delta>', '增减件数，如 +20、-5 / more or less', parseDelta)
    .requiredOption('--reason <text>', '理由 / reason')
    .option('--id <digits>', '编号：同一编号只做一次 / the same id is done once')
    .action(
      (
        store: string,
        item: string,
        { by: delta, reason, id, ...options }: ActOptions & { by: number; reason: string; id?: string },
        command: Command,
      ) =>
        run(command, async (shell) => {
          const given = { store, options, permission: 'products:write' as const }
          const adjusted = await withTrade(shell, given, (context, api, caller) =>
            api.adjustTradeItem(context, caller, item, { delta, reason, ...(id !== undefined && { id }) }),
          )
          shell.answer(adjusted, () => itemTable([adjusted]))
        }),
    )
}
