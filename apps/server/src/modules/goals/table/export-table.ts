import { type Plan, writeTable } from '@zhanggui/plan'
import { type ExportedFile, toCsv, toXlsx } from '../../admin/resources/export-resource.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The import takes one apostrophe before a formula off; a text that had one of its own gets a second. */
const keepApostrophe = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** The yearly table of a plan as a file that the import reads back to the same table. */
export async function exportTable(
  plan: Plan,
  { format, language }: { format: 'csv' | 'xlsx'; language: 'zh' | 'en' },
): Promise<ExportedFile> {
  const [header = [], ...written] = writeTable(plan.table, language)
  const name = `${plan.id}-table.${format}`
  const rows = format === 'csv' ? written.map((cells) => cells.map(keepApostrophe)) : written
  if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', bytes: toCsv({ header, rows }) }
  return { name, type: XLSX, bytes: await toXlsx({ header, rows }, language === 'zh' ? '年度计划表' : 'Year plan') }
}
