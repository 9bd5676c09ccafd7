import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { REPORT_FORMATS, type ReportLibrary } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { usageFailure } from '../cli-failure.ts'
import { renderTable } from '../output/render-table.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

type ReportOptions = { store: string; period?: string; out?: string; language: 'zh' | 'en' }

const FILES = [...REPORT_FORMATS, 'json'] as const
type FileFormat = (typeof FILES)[number]

function formatOf(file: string): FileFormat {
  const format = FILES.find((known) => `.${known}` === extname(file).toLowerCase())
  if (format) return format
  const known = FILES.map((one) => `.${one}`).join(' ')
  throw usageFailure('unknown_format', {
    zh: `“${file}”应以 ${known} 结尾。`,
    en: `"${file}" has to end in one of ${known}.`,
  })
}

const STANDING = {
  due: { zh: '该出了', en: 'due' },
  late: { zh: '已逾期', en: 'late' },
  made: { zh: '已留档', en: 'kept' },
  open: { zh: '未到期', en: 'not yet' },
  past: { zh: '可查看', en: 'to read' },
} as const

function renderLibrary({ kinds }: ReportLibrary, { language }: Shell): string {
  const zh = language === 'zh'
  const rows = kinds.map(({ id, nameZh, nameEn, periods: [latest] }) => [
    id,
    zh ? nameZh : nameEn,
    latest?.key ?? '–',
    latest ? STANDING[latest.standing][language] : '–',
  ])
  const head = zh ? ['报告', '名称', '最近时段', '状态'] : ['report', 'name', 'latest period', 'standing']
  return renderTable(
    head.map((title) => ({ header: title, align: 'left' as const })),
    rows,
  )
}

async function listKinds(shell: Shell, store: string): Promise<void> {
  const library = await withContext(shell, async (context, server) =>
    server.reports.listReports(context, await server.getStore(context, store)),
  )
  shell.answer(library, () => shell.say({ zh: renderLibrary(library, shell), en: renderLibrary(library, shell) }))
}

async function writeReport(shell: Shell, report: string, given: ReportOptions & { period: string }): Promise<void> {
  const { store: storeId, period, out, language } = given
  const format = out === undefined ? 'json' : formatOf(out)
  const made = await withContext(shell, async (context, server) => {
    const store = await server.getStore(context, storeId)
    const asked = { report, period, language }
    if (format !== 'json')
      return { bytes: (await server.reports.reportFile(context, store, { ...asked, format })).bytes }
    const { document } = await server.reports.makeReport(context, store, asked)
    return { document, bytes: Buffer.from(JSON.stringify(document, null, 2)) }
  })
  if (out === undefined) {
    shell.answer(made.document, () =>
      shell.say({ zh: Buffer.from(made.bytes).toString(), en: Buffer.from(made.bytes).toString() }),
    )
    return
  }
  const path = resolve(out)
  await writeFile(path, made.bytes)
  shell.answer({ file: path, bytes: made.bytes.length }, () => shell.say({ zh: `已写入 ${path}`, en: `Wrote ${path}` }))
}

/** `zhanggui report`: what is due, or one report of one period as a file. */
export function addReportCommand(program: Command, run: RunCommand): void {
  program
    .command('report [kind]')
    .description('复盘报告：不带种类列出该出的报告 / reports; without a kind, what is due')
    .requiredOption('--store <store>', '店铺 / shop')
    .option(
      '--period <period>',
      '2026、2026-Q4、2026-11、周一的日期，或活动编号 / year, quarter, month, Monday or campaign',
    )
    .option('--out <file>', `写到文件：${FILES.map((one) => `.${one}`).join(' ')} / file to write`)
    .addOption(
      new Option('--language <language>', '报告语言 / language of the report').choices(['zh', 'en']).default('zh'),
    )
    .action((kind: string | undefined, options: ReportOptions, command: Command) =>
      run(command, async (shell) => {
        if (kind === undefined) {
          await listKinds(shell, options.store)
          return
        }
        const { period } = options
        if (period === undefined)
          throw usageFailure('period_missing', {
            zh: '请用 --period 写明时段，如 2026-11；不带种类运行可看到最近的时段。',
            en: 'Name a period with --period, such as 2026-11; run it without a kind to see the latest.',
          })
        await writeReport(shell, kind, { ...options, period })
      }),
    )
}
