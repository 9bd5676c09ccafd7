import type { Command } from 'commander'
import type { RunCommand } from '../../run-command.ts'
import { addTradeAdjust } from './adjust.ts'
import { addTradeAvailability } from './availability.ts'
import { addTradeFigures } from './figures.ts'
import { addTradeOpen } from './open.ts'
import { addTradeOrder } from './order.ts'
import { addTradeShow } from './show.ts'
import { addTradeToken } from './token.ts'

/** A subcommand of `zhanggui trade`, one file each. */
export type AddTradeCommand = (trade: Command, run: RunCommand) => void

const COMMANDS: readonly AddTradeCommand[] = [
  addTradeOpen,
  addTradeAdjust,
  addTradeShow,
  addTradeOrder,
  addTradeFigures,
  addTradeToken,
  addTradeAvailability,
]

export function addTradeCommands(program: Command, run: RunCommand): void {
  const trade = program.command('trade').description('交易核心：库存、订单、状态、密钥 / the order core of a shop')
  for (const add of COMMANDS) add(trade, run)
}
