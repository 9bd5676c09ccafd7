import type { ImportJob, ImportState, Mapping } from '@zhanggui/contract'
import { type Command, InvalidArgumentError } from 'commander'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { renderImport } from '../output/import-summary.ts'
import type { Bilingual } from '../output/language.ts'
import { readMappingFile } from '../read-mapping-file.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

type ImportOptions = {
  format?: string
  mapping?: string
  option: Record<string, string>
  dryRun: boolean
  strict: boolean
  source: string
  permission: string
}

const STATES: Partial<Record<ImportState, Bilingual>> = {
  queued: { zh: '等待', en: 'waiting' },
  reading: { zh: '读取', en: 'reading' },
  checking: { zh: '检查', en: 'checking' },
  publishing: { zh: '写入', en: 'publishing' },
}

function collectOption(text: string, earlier: Record<string, string>): Record<string, string> {
  const [, name, value] = /^(\w+)=(.*)$/.exec(text) ?? []
  if (name && value) return { ...earlier, [name]: value }
  throw new InvalidArgumentError('请写成 名称=取值 / write name=value')
}

function exitCodeOf(job: ImportJob, strict: boolean): ExitCode {
  const tookNothing = job.rows > 0 && job.accepted + job.duplicates === 0
  return tookNothing || (strict && job.rejected > 0) ? EXIT.rejected : EXIT.ok
}

function showProgress(shell: Shell): (job: ImportJob) => void {
  return (job) => {
    const state = STATES[job.state]
    if (state)
      shell.progress.show({ label: `${shell.say(state)} ${job.rows.toLocaleString('en-US')}`, share: job.progress })
  }
}

type FileToImport = { path: string; mapping?: Mapping }

/**
 * The mapping of each file: none leaves it to recognition. An option alone needs the recognised mapping first, to be set on it.
 */
async function settleFiles(
  paths: readonly string[],
  { format, option, given }: Pick<ImportOptions, 'format' | 'option'> & { given: Mapping | undefined },
  preview: (path: string, format: string | undefined) => Promise<{ mapping: Mapping }>,
): Promise<FileToImport[]> {
  const settled: FileToImport[] = []
  for (const path of paths) {
    const isPlain = !given && Object.keys(option).length === 0
    const base = isPlain ? undefined : (given ?? (await preview(path, format)).mapping)
    settled.push(base ? { path, mapping: { ...base, options: { ...base.options, ...option } } } : { path })
  }
  return settled
}

async function importFiles(
  shell: Shell,
  request: { store: string; paths: string[]; options: ImportOptions },
): Promise<ImportJob> {
  const { store, paths, options } = request
  // Before anything is opened: a mapping that cannot be used is a wrong command line.
  const given = options.mapping === undefined ? undefined : await readMappingFile(options.mapping)
  return withContext(shell, async (context, server) => {
    const files = await settleFiles(paths, { ...options, given }, (path, format) =>
      server.previewFile(context, { store, path, ...(format && { format }) }),
    )
    const { dryRun, format, source, permission: permissionBasis } = options
    return server.runImport(
      context,
      { store, files, format, dryRun, source, permissionBasis, actor: shell.actor },
      { signal: shell.signal, onProgress: showProgress(shell) },
    )
  })
}

export function addImportCommand(program: Command, run: RunCommand): void {
  program
    .command('import <store> <files...>')
    .description('导入文件 / import files into a shop')
    .option('--format <id>', '不靠识别，直接指定格式，见 formats / format id, in place of recognition')
    .option('--mapping <file>', '映射 JSON 文件，见 docs/cli.md / mapping file')
    .option('--option <name=value>', '格式选项，如 year=2014 / format option; may be repeated', collectOption, {})
    .option('--dry-run', '只检查，不写入 / check everything, write nothing', false)
    .option('--strict', '有任何一行被拒绝就以 3 退出 / exit 3 when any row is refused', false)
    .option('--source <text>', '文件来自哪里 / where the files come from', '')
    .option('--permission <basis>', '使用依据 / why the data may be used', 'own_data')
    .action((store: string, paths: string[], options: ImportOptions, command: Command) =>
      run(command, async (shell) => {
        const job = await importFiles(shell, { store, paths, options })
        shell.progress.clear()
        shell.answer(job, () => renderImport(job, shell.language))
        return exitCodeOf(job, options.strict)
      }),
    )
}
