import type { Command } from 'commander'
import type { RunCommand } from '../../run-command.ts'
import { addGoalsAov } from './aov.ts'
import { addGoalsBase } from './base.ts'
import { addGoalsDrivers } from './drivers.ts'
import { addGoalsGap } from './gap.ts'
import { addGoalsImprove } from './improve.ts'
import { addGoalsMilestone } from './milestone.ts'
import { addGoalsMix } from './mix.ts'
import { addGoalsNodes } from './nodes.ts'
import { addGoalsReconcile } from './reconcile.ts'
import { addGoalsRegions } from './regions.ts'
import { addGoalsReplay } from './replay.ts'
import { addGoalsRepurchase } from './repurchase.ts'
import { addGoalsSpread } from './spread.ts'
import { addGoalsStatus } from './status.ts'

/** A subcommand of `zhanggui goals`, one file each. */
export type AddGoalsCommand = (goals: Command, run: RunCommand) => void

const COMMANDS: readonly AddGoalsCommand[] = [
  addGoalsSpread,
  addGoalsReconcile,
  addGoalsStatus,
  addGoalsGap,
  addGoalsReplay,
  addGoalsDrivers,
  addGoalsNodes,
  addGoalsAov,
  addGoalsBase,
  addGoalsImprove,
  addGoalsMilestone,
  addGoalsMix,
  addGoalsRegions,
  addGoalsRepurchase,
]

export function addGoalsCommands(program: Command, run: RunCommand): void {
  const goals = program.command('goals').description('目标：分解、达成、驱动 / goals: split, attain, drive')
  for (const add of COMMANDS) add(goals, run)
}
