import type { Command } from 'commander'
import type { RunCommand } from '../../run-command.ts'
import { addCampaignDo } from './do.ts'
import { addCampaignInitiatives } from './initiatives.ts'
import { addCampaignList } from './list.ts'
import { addCampaignMove } from './move.ts'
import { addCampaignNew } from './new.ts'
import { addCampaignRunSheet } from './run-sheet.ts'
import { addCampaignShow } from './show.ts'

/** A subcommand of `zhanggui campaign`, one file each. */
export type AddCampaignCommand = (campaign: Command, run: RunCommand) => void

const COMMANDS: readonly AddCampaignCommand[] = [
  addCampaignList,
  addCampaignNew,
  addCampaignShow,
  addCampaignMove,
  addCampaignRunSheet,
  addCampaignDo,
  addCampaignInitiatives,
]

export function addCampaignCommands(program: Command, run: RunCommand): void {
  const campaign = program.command('campaign').description('活动：新建、就绪检查、下一步、流程表 / campaigns of a shop')
  for (const add of COMMANDS) add(campaign, run)
}
