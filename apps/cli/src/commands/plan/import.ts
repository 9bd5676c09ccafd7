import { basename, resolve } from 'node:path'
import type { PlanTableResult } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import type { Shell } from '../../shell.ts'
import { withContext } from '../../with-context.ts'
import type { AddPlanCommand } from './index.ts'
import { addPlanOption, type PlanOption } from './plan-option.ts'

type ImportOptions = PlanOption & { merge: boolean; dryRun: boolean }

const LISTS: Record<keyof PlanTableResult['counts'], string> = {
  table: '表格行 rows',
  goals: '目标 goals',
  tasks: '任务 tasks',
  requests: '商家配合 requests',
  budget: '预算 budget lines',
  rules: '推广规则 stage rules',
}

function render(result: PlanTableResult, shell: Shell): string {
  const columns = ['', '新增 new', '更新 changed', '不变 same', '移除 gone'].map((header, index) => ({
    header,
    align: index === 0 ? ('left' as const) : ('right' as const),
  }))
  const rows = Object.entries(result.counts).map(([list, { created, updated, kept, removed }]) => [
    LISTS[list as keyof typeof LISTS],
    ...[created, updated, kept, removed].map(String),
  ])
  const notes = result.notes.map(({ source, text, messageZh, messageEn }) => {
    const place = source
      ? `${source.sheet ?? source.file} ${source.row}${source.column ? ` ${source.column}` : ''}`
      : ''
    return `- ${place}「${text.replace(/\s+/g, ' ').slice(0, 60)}」${shell.say({ zh: messageZh, en: messageEn })}`
  })
  return [renderTable(columns, rows), ...notes].join('\n')
}

export const addPlanImport: AddPlanCommand = (plan, run) => {
  addPlanOption(plan.command('import <store> <file>'))
    .description('导入年度计划表（CSV / XLSX）/ read a yearly table into the plan')
    .option('--merge', '保留文件里没有的月份 / keep periods that the file does not name', false)
    .option('--dry-run', '只看会变什么 / only tell what would change', false)
    .action((storeId: string, file: string, options: ImportOptions, command: Command) =>
      run(command, async (shell) => {
        const result = await withContext(shell, async (context, server) => {
          const store = await server.getStore(context, storeId)
          const caller = { store: store.id, actor: shell.actor, role: 'owner' as const }
          return server.importTable(context, caller, store, options.plan, {
            file: { path: resolve(file), name: basename(file) },
            mode: options.merge ? 'merge' : 'replace',
            apply: !options.dryRun,
          })
        })
        shell.answer(result, () => render(result, shell))
        if (!result.applied) shell.note({ zh: '仅预览，没有保存。', en: 'A preview; nothing was stored.' })
      }),
    )
}
