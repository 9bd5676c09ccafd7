import { Option } from 'commander'
import { clockTable } from './clock-words.ts'
import type { AddClockCommand } from './index.ts'
import { withClocks } from './with-clocks.ts'

type ListOptions = { state: 'open' | 'settled' | 'all'; ladder?: string; owner?: string }

export const addClockList: AddClockCommand = (clocks, run) => {
  clocks
    .command('list <store>')
    .description('列出时限，先到期的在前 / deadlines, what is due first on top')
    .addOption(new Option('--state <state>', '状态 / state').choices(['open', 'settled', 'all']).default('open'))
    .option('--ladder <id>', '类型 / kind')
    .option('--owner <actor>', '负责人 user:<id>，无人为 none / owner, none for nobody')
    .action((store: string, options: ListOptions, command) =>
      run(command, async (shell) => {
        const board = await withClocks(shell, { store }, ({ context, api, store: { id } }) =>
          api.readBoard(context, id, { ...options, limit: 500 }),
        )
        shell.answer(board, () => clockTable(board.clocks, shell))
      }),
    )
}
