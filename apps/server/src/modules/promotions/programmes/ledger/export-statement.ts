import type { ProgrammeStatement } from '@zhanggui/contract'
import { type ExportedFile, toCsv, toXlsx } from '../../../admin/resources/export-resource.ts'

type Language = 'zh' | 'en'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEADER: Record<Language, string[]> = {
  zh: ['日期', '单号', '摘要', '增加（元）', '减少（元）', '余额（元）', '凭证号'],
  en: ['Day', 'Case', 'Memo', 'Debit (yuan)', 'Credit (yuan)', 'Balance (yuan)', 'Entry'],
}
const WORDS = {
  zh: { opening: '期初余额', closing: '期末余额', digest: '校验值 SHA-256' },
  en: { opening: 'Opening balance', closing: 'Closing balance', digest: 'Digest SHA-256' },
}

/** Yuan with two places, from whole fen: a spreadsheet adds them up as figures. */
const yuan = (cents: number): number => cents / 100

function rowsOf(statement: ProgrammeStatement, language: Language): (string | number | null)[][] {
  const { openingCents, lines, closingCents, fromDay, throughDay, sha256 } = statement
  const words = WORDS[language]
  return [
    [fromDay, null, words.opening, null, null, yuan(openingCents), null],
    ...lines.map(({ day, caseId, memo, cents, balanceCents, key }) => [
      day,
      caseId,
      memo,
      cents > 0 ? yuan(cents) : null,
      cents < 0 ? yuan(-cents) : null,
      yuan(balanceCents),
      key,
    ]),
    [throughDay, null, words.closing, null, null, yuan(closingCents), null],
    [null, null, words.digest, null, null, null, sha256],
  ]
}

/** A statement as a file for accountants. @example exportStatement(statement, { format: 'xlsx', language: 'zh' }) */
export async function exportStatement(
  statement: ProgrammeStatement,
  { format, language }: { format: 'csv' | 'xlsx'; language: Language },
): Promise<ExportedFile> {
  const sheet = { header: HEADER[language], rows: rowsOf(statement, language) }
  const account = statement.account.replaceAll('/', '-')
  const name = `${statement.programme}-${account}-${statement.throughDay}.${format}`
  if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', bytes: toCsv(sheet) }
  const title = language === 'zh' ? '对账单' : 'Statement'
  return { name, type: XLSX, bytes: await toXlsx(sheet, title) }
}
