import type { Command } from 'commander'
import type { RunCommand } from '../../run-command.ts'
import { addPromoApprove } from './approve.ts'
import { addPromoCheck } from './check.ts'
import { addCouponCommands } from './coupons.ts'
import { addPromoFair } from './fair.ts'
import { addGameCommands } from './games.ts'
import { addPromoList } from './list.ts'
import { addPromoNew } from './new.ts'
import { addPromoOrders } from './orders.ts'
import { addPriceCommand } from './price.ts'
import { addProgrammeCommands } from './programmes/index.ts'
import { addPromoReplay } from './replay.ts'
import { addPromoReturn } from './return.ts'
import { addPromoShow } from './show.ts'
import { addPromoSimulate } from './simulate.ts'
import { addPromoStop } from './stop.ts'

/** A subcommand of `zhanggui promo`, one file each. */
export type AddPromoCommand = (promo: Command, run: RunCommand) => void

const COMMANDS: readonly AddPromoCommand[] = [
  addPromoList,
  addPromoNew,
  addPromoShow,
  addPromoCheck,
  addPromoSimulate,
  addPromoReplay,
  addPromoApprove,
  addPromoStop,
  addPromoOrders,
  addPromoReturn,
  addPromoFair,
]

export function addPromotionCommands(program: Command, run: RunCommand): void {
  addPriceCommand(program, run)
  const promo = program.command('promo').description('促销：新建、检查、仿真、重算、审批、停止 / promotions of a shop')
  for (const add of COMMANDS) add(promo, run)
  addCouponCommands(program, run)
  addGameCommands(program, run)
  addProgrammeCommands(program, run)
}
