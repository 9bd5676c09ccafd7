import type { Command } from 'commander'
import type { RunCommand } from '../../run-command.ts'
import { addClockSteps } from './change.ts'
import { addClockDue } from './due.ts'
import { addClockDuty } from './duty.ts'
import { addClockList } from './list.ts'
import { addClockReport } from './report.ts'
import { addClockShow } from './show.ts'
import { addClockStart } from './start.ts'

/** A subcommand of `zhanggui clocks`. */
export type AddClockCommand = (clocks: Command, run: RunCommand) => void

const COMMANDS: readonly AddClockCommand[] = [
  addClockList,
  addClockShow,
  addClockStart,
  addClockSteps,
  addClockReport,
  addClockDuty,
  addClockDue,
]

export function addClockCommands(program: Command, run: RunCommand): void {
  const clocks = program
    .command('clocks')
    .description('时限：计时、暂停、完成、达成、值班 / deadlines: run, pause, done, share in time, duty')
  for (const add of COMMANDS) add(clocks, run)
}
