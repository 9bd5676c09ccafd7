import { readFile, stat } from 'node:fs/promises'
import { read, utils } from '@e965/xlsx'
import { csvBytes } from './csv-line.ts'
import { ImportFailure } from './import-failure.ts'
import type { SourceTable } from './source-table.ts'

/** The old format ends at 65,536 rows and is read whole. */
const XLS_BYTES_MAX = 64 * 1024 * 1024

/**
 * The sheets of an old BIFF workbook (.xls), as 生意参谋 still exports them.
 * Errors: throws `ImportFailure`.
 */
export async function openXls(path: string, name: string): Promise<SourceTable[]> {
  const { size } = await stat(path)
  if (size > XLS_BYTES_MAX) throw new ImportFailure('too_large_unpacked', { file: name })
  const bytes = await readFile(path)
  const book = (() => {
    try {
      return read(bytes, { type: 'buffer', dense: true, cellDates: false })
    } catch (cause) {
      const code = /password|encrypt/i.test(String(cause)) ? 'encrypted_file' : 'unreadable_file'
      throw new ImportFailure(code, { file: name }, { cause })
    }
  })()
  const names = book.SheetNames.filter((_, i) => !book.Workbook?.Sheets?.[i]?.Hidden)
  const tables = names.flatMap((sheetName): SourceTable[] => {
    const sheet = book.Sheets[sheetName]
    if (!sheet?.['!ref']) return []
    const rows = utils.sheet_to_json<unknown[]>(sheet, {
      header: 1,
      raw: false,
      defval: '',
      blankrows: true,
      dateNF: 'yyyy-mm-dd hh:mm:ss',
    })
    const cells = rows.map((row) => row.map((c) => String(c ?? '')))
    return [
      {
        name: names.length === 1 ? name : `${name}/${sheetName}`,
        container: 'xls',
        isSheet: true,
        read: () => csvBytes(cells),
      },
    ]
  })
  if (tables.length === 0) throw new ImportFailure('no_table_inside', { file: name })
  return tables
}
