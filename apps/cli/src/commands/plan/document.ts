import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { usageFailure } from '../../cli-failure.ts'
import { parseCountOption } from '../../parse-option.ts'
import { withContext } from '../../with-context.ts'
import type { AddPlanCommand } from './index.ts'
import { addPlanOption, type PlanOption } from './plan-option.ts'

type DocumentOptions = PlanOption & { out: string; language: 'zh' | 'en'; planVersion?: number }

const FORMATS = ['docx', 'pptx', 'json'] as const

function formatOf(file: string): (typeof FORMATS)[number] {
  const format = FORMATS.find((known) => `.${known}` === extname(file).toLowerCase())
  if (format) return format
  throw usageFailure('unknown_format', {
    zh: `“${file}”应以 .docx、.pptx 或 .json 结尾。`,
    en: `"${file}" has to end in .docx, .pptx or .json.`,
  })
}

export const addPlanDocument: AddPlanCommand = (plan, run) => {
  addPlanOption(plan.command('document <store>'))
    .description('生成六章计划书 / the plan as a document of six chapters')
    .requiredOption('--out <file>', '.docx、.pptx 或 .json / file to write')
    .addOption(
      new Option('--language <language>', '文档语言 / language of the document').choices(['zh', 'en']).default('zh'),
    )
    .option('--plan-version <number>', '某个已定稿的版本 / a version that was cut', parseCountOption)
    .action((storeId: string, { plan: id, out, language, planVersion }: DocumentOptions, command: Command) =>
      run(command, async (shell) => {
        const format = formatOf(out)
        const bytes = await withContext(shell, async (context, server) => {
          const store = await server.getStore(context, storeId)
          const asked = { language, version: planVersion }
          if (format !== 'json') return (await server.planDocumentFile(context, store, id, { ...asked, format })).bytes
          return Buffer.from(JSON.stringify((await server.planDocument(context, store, id, asked)).document, null, 2))
        })
        const path = resolve(out)
        await writeFile(path, bytes)
        shell.answer({ file: path, bytes: bytes.length }, () =>
          shell.say({ zh: `已写入 ${path}`, en: `Wrote ${path}` }),
        )
      }),
    )
}
