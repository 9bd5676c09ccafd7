import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FilePreview } from '@zhanggui/contract'
import { importOptionsOf } from '@zhanggui/imports'
import type { Context } from '../../context.ts'
import { fileHash } from './file-hash.ts'
import { resolveMapping } from './resolve-mapping.ts'
import { findSavedMapping } from './saved-mappings.ts'
import type { Dialect } from './spool/dialect.ts'
import { openTables } from './spool/open-tables.ts'
import { sniffDialect } from './spool/sniff-dialect.ts'

const SAMPLE_ROWS = 10
const CELL_CHARS = 200

function warningsOf(dialect: Dialect, tables: number): FilePreview['warnings'] {
  const warnings: FilePreview['warnings'] = []
  if (dialect.mojibake)
    warnings.push({
      code: 'mojibake_repaired',
      message: '文件曾被用错误的编码另存，导入时会自动修复。请核对下面的样例。',
      messageEn:
        'The file was once saved with the wrong encoding; this is put right on import. Check the samples below.',
    })
  if (dialect.headerRow === null)
    warnings.push({
      code: 'no_header',
      message: '没有找到表头行，各列按位置识别。请核对每一列。',
      messageEn: 'No header row was found; columns go by position. Check each one.',
    })
  if (tables > 1)
    warnings.push({
      code: 'several_tables',
      message: `文件里有 ${tables} 个表，这里显示第一个；其余的按各自表头识别。`,
      messageEn: `The file holds ${tables} tables; this is the first. The others are recognised by their own headers.`,
    })
  return warnings
}

/**
 * What a file looks like before anything is imported: how it is written, what it is taken for, what each column would mean.
 * Errors: throws `ImportFailure`.
 */
export async function previewFile(
  context: Context,
  input: { store: string; path: string; name?: string; format?: string; headerRow?: number | null | undefined },
): Promise<FilePreview> {
  const name = input.name ?? basename(input.path)
  const tables = await openTables(input.path, name)
  const [table] = tables
  if (!table) throw new Error('a readable file has at least one table')
  const headerRow = input.headerRow === undefined ? undefined : String(input.headerRow ?? 'none')
  const dialect = await sniffDialect(table, headerRow)
  const saved = await findSavedMapping(context, input.store, dialect.headers)
  const { format, target, mapping } = resolveMapping({
    dialect,
    name: table.name,
    given: null,
    saved,
    only: input.format,
  })
  const fields = [...target.fields, ...(format?.extraFields ?? [])].filter((f) => f.follows === undefined)
  return {
    name,
    bytes: (await stat(input.path)).size,
    sha256: await fileHash(input.path),
    container: table.container,
    encoding: dialect.encoding,
    delimiter: dialect.delimiter,
    headerRow: dialect.headerRow === null ? null : dialect.headerRow + 1,
    headers: dialect.headers,
    sampleRows: dialect.sampleRows.slice(0, SAMPLE_ROWS).map((r) => r.map((c) => c.slice(0, CELL_CHARS))),
    format: format?.id ?? null,
    mapping: headerRow === undefined ? mapping : { ...mapping, options: { ...mapping.options, headerRow } },
    options: importOptionsOf(target, format),
    fields: fields.map(({ id, nameZh, nameEn, kind, required = false }) => ({ id, nameZh, nameEn, kind, required })),
    warnings: warningsOf(dialect, tables.length),
  }
}
