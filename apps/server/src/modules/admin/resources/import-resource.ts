import type { ResourceImportResult } from '@zhanggui/contract'
import { normaliseHeader } from '@zhanggui/text'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { Resource, ResourceData } from './define-resource.ts'
import { readTable, type TableRow } from './read-table.ts'
import { type ResourceCaller, visibleFields } from './resource-access.ts'
import { type FieldDeclaration, UnreadableText } from './resource-fields.ts'
import { type IncomingRow, type RowProblem, saveRows } from './save-rows.ts'

/** Problems that an answer carries; a wholly wrong file would otherwise make an answer as long as itself. */
const PROBLEMS_MAX = 500

type Column = { index: number; name: string; field: FieldDeclaration }

/** Exports mark what must be filled in; the mark and brackets say nothing of what a column is. */
const headerOf = (text: string): string => normaliseHeader(text.normalize('NFKC').replace(/[*()]/g, ''))

/** Which column is which field: by id, either name or a declared synonym. */
function matchColumns(fields: [string, FieldDeclaration][], header: readonly string[]): Column[] {
  const byHeader = new Map<string, [string, FieldDeclaration]>()
  for (const [name, field] of fields)
    for (const known of [name, field.nameZh, field.nameEn, ...(field.headers ?? [])])
      byHeader.set(headerOf(known), [name, field])
  return header.flatMap((text, index) => {
    const found = byHeader.get(headerOf(text))
    return found ? [{ index, name: found[0], field: found[1] }] : []
  })
}

/** What spreadsheets put around a text: `="…"`, and the apostrophe that keeps a formula from running. */
const undress = (cell: string): string =>
  cell
    .trim()
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^'(?=[=+\-@\t\r])/, '')

function readCells(row: TableRow, columns: readonly Column[]): { data: ResourceData; problems: RowProblem[] } {
  const data: ResourceData = {}
  const problems: RowProblem[] = []
  for (const { index, name, field } of columns) {
    const cell = undress(row.cells[index] ?? '')
    try {
      data[name] = cell === '' ? null : field.parse(cell)
    } catch (cause) {
      if (!(cause instanceof UnreadableText)) throw cause
      const [message, messageEn] = [`${field.nameZh}读不懂`, `${field.nameEn} cannot be read`]
      problems.push({ line: row.line, field: name, value: cell.slice(0, 200), message, messageEn })
    }
  }
  return { data, problems }
}

const isBlank = (row: TableRow): boolean => row.cells.every((cell) => cell.trim() === '')

function refuseUnstorable(rows: readonly TableRow[]): void {
  const spoilt = rows.find((row) => row.cells.some((cell) => cell.includes('\0')))
  if (spoilt) throw new ApiFailure('unreadable_file', { reason: `NUL, line ${spoilt.line}` })
}

/**
 * Writes the rows of a CSV or XLSX file, all of them or none (then `rejected` says why, line by line).
 * Errors: throws `unreadable_file` or `ImportFailure` when the file is no table or has none of the fields.
 */
export async function importResource(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  file: { path: string; name: string },
): Promise<ResourceImportResult> {
  const [header, ...rest] = await readTable(file.path, file.name)
  const columns = matchColumns(visibleFields(resource, caller.role), header?.cells ?? [])
  if (columns.length === 0) throw new ApiFailure('unreadable_file', { reason: '表头 / header' })
  const body = rest.filter((row) => !isBlank(row))
  refuseUnstorable(body)
  const read = body.map((row) => ({ line: row.line, ...readCells(row, columns) }))
  const unread = read.flatMap(({ problems }) => problems)
  const rows: IncomingRow[] = read.map(({ line, data }) => ({ line, data }))
  const reason = `import ${file.name}`.slice(0, 300)
  const saved = unread.length > 0 ? null : await saveRows(context, resource, caller, { rows, reason })
  const used = new Set(columns.map(({ index }) => index))
  return {
    rows: rows.length,
    created: saved?.created ?? 0,
    updated: saved?.updated ?? 0,
    unchanged: saved?.unchanged ?? 0,
    ...(saved?.waitingApproval === undefined ? {} : { waitingApproval: saved.waitingApproval }),
    ignoredColumns: (header?.cells ?? []).filter((text, index) => !used.has(index) && text.trim() !== ''),
    rejected: (saved?.problems ?? unread).slice(0, PROBLEMS_MAX),
  }
}
