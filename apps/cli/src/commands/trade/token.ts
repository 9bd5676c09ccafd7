import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import type { AddTradeCommand } from './index.ts'
import { withTrade } from './with-trade.ts'

export const addTradeToken: AddTradeCommand = (trade, run) => {
  addAsOption(trade.command('token <store> <name>'))
    .description('给店铺系统一把下单密钥，只显示这一次 / a key to submit orders with, told this once')
    .action((store: string, name: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const made = await withTrade(shell, { store, options, permission: 'keys:manage' }, (context, api, caller) =>
          api.createTradeKey(context, caller, name),
        )
        shell.answer(made, () => made.secret)
      }),
    )
}
