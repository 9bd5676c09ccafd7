import type { ImportWarning } from '../schema.ts'
import type { SpoolReport } from '../spool/spool-table.ts'
import type { Run } from './run.ts'

/** What people should look at although the rows were taken. */
export function warningsOf(run: Run, reports: ReadonlyMap<number, SpoolReport>): ImportWarning[] {
  return run.tables.flatMap((table): ImportWarning[] => {
    const { name } = table.table
    const warnings: ImportWarning[] = []
    if (table.dialect.mojibake)
      warnings.push({
        code: 'mojibake_repaired',
        message: `${name} 曾被用错误的编码另存，已自动修复。`,
        messageEn: `${name} had been saved with the wrong encoding; this was put right.`,
      })
    if (reports.get(table.index)?.invalidBytes)
      warnings.push({
        code: 'invalid_bytes',
        message: `${name} 有无法识别的字节，已用 � 代替。请核对相关文字。`,
        messageEn: `${name} has bytes that are no text; they became �. Check those texts.`,
      })
    return warnings
  })
}
