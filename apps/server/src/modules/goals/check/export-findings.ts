import type { CheckedFinding } from '@zhanggui/contract'
import { type ExportedFile, toCsv, toXlsx } from '../../admin/resources/export-resource.ts'

type Language = 'zh' | 'en'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEADERS: Record<Language, string[]> = {
  zh: ['序号', '级别', '规则', '部分', '对象', '字段', '来源', '问题', '建议', '数据', '依据', '已确认'],
  en: [
    'No',
    'Level',
    'Rule',
    'Part',
    'Object',
    'Field',
    'Source',
    'Finding',
    'Suggestion',
    'Figures',
    'Rows',
    'Accepted',
  ],
}
const LEVELS: Record<Language, Record<CheckedFinding['level'], string>> = {
  zh: { error: '错误', warning: '警告', note: '提示' },
  en: { error: 'error', warning: 'warning', note: 'note' },
}

/** Where it was read, as a person looks it up: 年度计划表.xlsx / 2027 / 5 / 策略. */
export const sourceText = (source: CheckedFinding['source']): string =>
  source
    ? [source.file, source.sheet, String(source.row), source.column].filter((part) => part !== null).join(' / ')
    : ''

const cellsOf = (finding: CheckedFinding, language: Language): string[] => {
  const { number, level, rule, at, source, figures, rows, acknowledged } = finding
  const zh = language === 'zh'
  return [
    String(number),
    LEVELS[language][level],
    rule,
    at.part,
    at.id ?? '',
    at.field ?? '',
    sourceText(source),
    zh ? finding.messageZh : finding.messageEn,
    zh ? finding.suggestionZh : finding.suggestionEn,
    JSON.stringify(figures),
    rows.join(' '),
    acknowledged ? `${acknowledged.by}：${acknowledged.reason}` : '',
  ]
}

/** The findings as a table. @example exportFindings('plan-2027', findings, { format: 'csv', language: 'zh' }) */
export async function exportFindings(
  planId: string,
  findings: readonly CheckedFinding[],
  { format, language }: { format: 'csv' | 'xlsx'; language: Language },
): Promise<ExportedFile> {
  const sheet = { header: HEADERS[language], rows: findings.map((finding) => cellsOf(finding, language)) }
  const name = `${planId}-findings.${format}`
  if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', bytes: toCsv(sheet) }
  return { name, type: XLSX, bytes: await toXlsx(sheet, language === 'zh' ? '体检' : 'Findings') }
}
