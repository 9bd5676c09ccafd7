import type { FormatInfo } from '@zhanggui/contract'
import type { Command } from 'commander'
import type { Language } from '../output/language.ts'
import { renderTable } from '../output/render-table.ts'
import type { RunCommand } from '../run-command.ts'

const HEADS: Record<Language, readonly string[]> = {
  zh: ['编号', '名称', '来源', '写入', '识别表头'],
  en: ['Id', 'Name', 'System', 'Fills', 'Recognised by'],
}

const render = (formats: readonly FormatInfo[], language: Language): string =>
  renderTable(
    HEADS[language].map((header) => ({ header, align: 'left' })),
    formats.map((f) => [
      f.id,
      language === 'zh' ? f.nameZh : f.nameEn,
      f.system,
      f.target,
      f.columns.join(language === 'zh' ? '、' : ', '),
    ]),
  )

export function addFormatsCommand(program: Command, run: RunCommand): void {
  program
    .command('formats')
    .description('可识别的文件格式 / file forms that are recognised')
    .action((_options: unknown, command: Command) =>
      run(command, async (shell) => {
        const { listFormats } = await import('@zhanggui/server')
        const formats = listFormats()
        shell.answer({ formats }, () => render(formats, shell.language))
      }),
    )
}
