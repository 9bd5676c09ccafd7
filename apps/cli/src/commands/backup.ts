import { resolve } from 'node:path'
import type { BackupManifest } from '@zhanggui/server'
import type { Command } from 'commander'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

/** Answer of both commands: which file, and how many rows of what. */
type BackupAnswer = {
  file: string
  madeAt: string
  bytes: number
  records: Record<string, number>
  facts: Record<string, number>
}

const rowsByTable = (tables: readonly { table: string; rows: number }[]): Record<string, number> =>
  Object.fromEntries(tables.map(({ table, rows }) => [table, rows]))

const answerOf = (file: string, manifest: BackupManifest): BackupAnswer => ({
  file: resolve(file),
  madeAt: manifest.madeAt,
  bytes: manifest.entries.reduce((sum, entry) => sum + entry.bytes, 0),
  records: rowsByTable(manifest.records),
  facts: rowsByTable(manifest.facts),
})

const total = (rows: Record<string, number>): string =>
  Object.values(rows)
    .reduce((sum, n) => sum + n, 0)
    .toLocaleString('en-US')

const counted = (shell: Shell, { records, facts }: BackupAnswer): string =>
  shell.say({
    zh: `${total(records)} 条记录，${total(facts)} 行经营数据`,
    en: `${total(records)} records, ${total(facts)} facts`,
  })

export function addBackupCommands(program: Command, run: RunCommand): void {
  program
    .command('backup <file>')
    .description('备份全部数据到一个文件 / everything into one file')
    .action((file: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const answer = await withContext(shell, async (context, server) =>
          answerOf(file, await server.notedBackup(context, resolve(file), { actor: shell.actor })),
        )
        shell.answer(answer, () => `${answer.file}\n${counted(shell, answer)}`)
        shell.note({
          zh: '文件含有店铺数据和密钥，请像数据本身一样保管。',
          en: 'The file holds the data and the secret: keep it as safe as the data itself.',
        })
      }),
    )

  program
    .command('restore <file>')
    .description('从备份恢复 / bring a backup back')
    .option('--force', '替换数据目录里已有的数据 / in place of the data that is there', false)
    .action((file: string, { force }: { force: boolean }, command: Command) =>
      run(command, async (shell) => {
        const server = await import('@zhanggui/server')
        const answer = answerOf(file, await server.restore(server.readSettings(shell.env), file, { force }))
        shell.answer(answer, () => `${shell.say({ zh: '已恢复', en: 'Restored' })}: ${counted(shell, answer)}`)
      }),
    )
}
