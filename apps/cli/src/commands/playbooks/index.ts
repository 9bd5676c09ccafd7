import type { Command } from 'commander'
import type { RunCommand } from '../../run-command.ts'
import { addPlaybookBackTest, addPlaybookCheck, addPlaybookLibrary, addPlaybookList } from './playbooks.ts'
import { addPlaybookAnswers, addPlaybookEvent, addPlaybookPause, addPlaybookRuns } from './runs.ts'

/** A subcommand of `zhanggui playbooks`. */
export type AddPlaybookCommand = (playbooks: Command, run: RunCommand) => void

const COMMANDS: readonly AddPlaybookCommand[] = [
  addPlaybookList,
  addPlaybookLibrary,
  addPlaybookCheck,
  addPlaybookBackTest,
  addPlaybookRuns,
  addPlaybookEvent,
  addPlaybookAnswers,
  addPlaybookPause,
]

export function addPlaybookCommands(program: Command, run: RunCommand): void {
  const playbooks = program
    .command('playbooks')
    .description('自动化：预览、回测、确认、撤销、全部暂停 / playbooks: preview, back-test, answer, undo, pause all')
  for (const add of COMMANDS) add(playbooks, run)
}
