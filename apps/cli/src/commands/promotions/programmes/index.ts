import type { Command } from 'commander'
import type { RunCommand } from '../../../run-command.ts'
import { addClose, addOpen } from './begin-and-end.ts'
import { addCases, addKinds, addList, addShow, addToDo } from './look.ts'
import { addPayout, addStatement } from './money.ts'
import { addCollect, addCreate, addDone, addPlay } from './work.ts'

/** A subcommand of `zhanggui programmes`. */
export type AddProgrammeCommand = (programmes: Command, run: RunCommand) => void

const COMMANDS: readonly AddProgrammeCommand[] = [
  addKinds,
  addList,
  addCreate,
  addShow,
  addOpen,
  addPlay,
  addCases,
  addToDo,
  addDone,
  addCollect,
  addStatement,
  addPayout,
  addClose,
]

export function addProgrammeCommands(program: Command, run: RunCommand): void {
  const programmes = program
    .command('programmes')
    .description('营销项目：盲盒、以旧换新、周期购、每件捐、联名、试用 / programmes with buyers and partners')
  for (const add of COMMANDS) add(programmes, run)
}
