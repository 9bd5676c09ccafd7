import { TradeItemKind as Kinds, OpenTradeItem, type TradeItemKind } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import { parseCountOption } from '../../parse-option.ts'
import { readJsonFile } from '../../read-json-file.ts'
import type { AddTradeCommand } from './index.ts'
import { itemTable } from './item-table.ts'
import { withTrade } from './with-trade.ts'

type OpenOptions = ActOptions & { stock?: number; kind: TradeItemKind; title: string; file?: string }

export const addTradeOpen: AddTradeCommand = (trade, run) => {
  addAsOption(trade.command('open <store> [item]'))
    .description('把商品和库存交给交易核心 / give an item and its stock to the order core')
    .option('--stock <units>', '库存件数 / units', parseCountOption)
    .addOption(new Option('--kind <kind>', '种类 / kind').choices(Kinds.options).default('sku'))
    .option('--title <text>', '名称 / name', '')
    .option('--file <file>', 'JSON：限购、时间、组合的组件等 / JSON with terms and parts')
    .action((store: string, item: string | undefined, options: OpenOptions, command: Command) =>
      run(command, async (shell) => {
        const { stock = 0, kind, title } = options
        const given = options.file
          ? await readJsonFile(options.file, OpenTradeItem)
          : { item: item ?? '', kind, title, stock }
        const opened = await withTrade(
          shell,
          { store, options, permission: 'products:write' },
          (context, api, caller) => api.openTradeItem(context, caller, given),
        )
        shell.answer(opened, () => itemTable([opened]))
      }),
    )
}
