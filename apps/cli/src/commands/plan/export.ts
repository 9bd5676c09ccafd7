import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import { usageFailure } from '../../cli-failure.ts'
import { withContext } from '../../with-context.ts'
import type { AddPlanCommand } from './index.ts'
import { addPlanOption, type PlanOption } from './plan-option.ts'

type ExportOptions = PlanOption & { out: string }

function formatOf(file: string): 'csv' | 'xlsx' {
  const format = extname(file).slice(1).toLowerCase()
  if (format === 'csv' || format === 'xlsx') return format
  throw usageFailure('unknown_format', {
    zh: `“${file}”应以 .csv 或 .xlsx 结尾。`,
    en: `"${file}" has to end in .csv or .xlsx.`,
  })
}

export const addPlanExport: AddPlanCommand = (plan, run) => {
  addPlanOption(plan.command('export <store>'))
    .description('导出年度计划表，可再导入 / write the yearly table; import reads it back')
    .requiredOption('--out <file>', '.csv 或 .xlsx / file to write')
    .action((storeId: string, { plan: id, out }: ExportOptions, command: Command) =>
      run(command, async (shell) => {
        const format = formatOf(out)
        const { file, rows } = await withContext(shell, async (context, server) => {
          const store = await server.getStore(context, storeId)
          const stored = await server.readPlan(context, store.id, id)
          const file = await server.exportTable(stored.plan, { format, language: shell.language })
          return { file, rows: stored.plan.table.length }
        })
        const path = resolve(out)
        await writeFile(path, file.bytes)
        shell.answer({ file: path, rows }, () =>
          shell.say({ zh: `已写入 ${path}（${rows} 行）`, en: `Wrote ${path} (${rows} rows)` }),
        )
      }),
    )
}
