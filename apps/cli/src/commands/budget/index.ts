import type { Command } from 'commander'
import type { RunCommand } from '../../run-command.ts'
import { addBudgetCac } from './cac.ts'
import { addBudgetChannels } from './channels.ts'
import { addBudgetImport } from './import.ts'
import { addBudgetLedger } from './ledger.ts'
import { addBudgetOpen } from './open.ts'
import { addBudgetPacing } from './pacing.ts'
import { addBudgetPost } from './post.ts'
import { addBudgetRelease } from './release.ts'
import { addBudgetResources } from './resources.ts'
import { addBudgetScenario } from './scenario.ts'
import { addBudgetShow } from './show.ts'
import { addBudgetStart } from './start.ts'

/** A subcommand of `zhanggui budget`, one file each. */
export type AddBudgetCommand = (budget: Command, run: RunCommand) => void

const COMMANDS: readonly AddBudgetCommand[] = [
  addBudgetShow,
  addBudgetStart,
  addBudgetImport,
  addBudgetOpen,
  addBudgetPost,
  addBudgetLedger,
  addBudgetRelease,
  addBudgetPacing,
  addBudgetChannels,
  addBudgetScenario,
  addBudgetCac,
  addBudgetResources,
]

export function addBudgetCommands(program: Command, run: RunCommand): void {
  const budget = program.command('budget').description('预算：分配、账本、备用金、节奏、渠道、情景 / budget of a plan')
  for (const add of COMMANDS) add(budget, run)
}
