import type { Mapping } from '@zhanggui/contract'
import {
  dayInFileName,
  detectDateOrder,
  findFormat,
  guessMapping,
  IMPORT_TARGETS,
  type ImportFormat,
  type ImportTarget,
  mapByFormat,
  missingFields,
  recogniseFormat,
  recogniseHeadless,
} from '@zhanggui/imports'
import type { Dialect } from './spool/dialect.ts'
import { ImportFailure } from './spool/import-failure.ts'

/** A single column that fits by chance makes no table. */
const FIELDS_MIN = 2

/** What a table is read as. */
export type ResolvedMapping = { format: ImportFormat | null; target: ImportTarget; mapping: Mapping }

/** The format or, for a free mapping, the target of an id. Errors: throws `ImportFailure` `unknown_format_id`. */
export function readFormatId(id: string): { format: ImportFormat | null; target: ImportTarget } {
  const format = findFormat(id)
  const target = format?.target ?? IMPORT_TARGETS.find((t) => t.id === id)
  if (!target) throw new ImportFailure('unknown_format_id', { format: id })
  return { format, target }
}

const isHeadless = (dialect: Dialect): boolean => dialect.headerRow === null

/** What the headers, or the looks of a file without headers, say. */
function recognise(dialect: Dialect): ImportFormat | null {
  return isHeadless(dialect) ? recogniseHeadless(dialect.sampleRows.slice(0, 5)) : recogniseFormat(dialect.headers)
}

function byFormat(format: ImportFormat, headers: readonly string[]): Mapping {
  return { format: format.id, columns: mapByFormat(format, headers), options: { ...format.options } }
}

/** The day in the file's name, for a report that has it nowhere else. */
function withDayOfName(mapping: Mapping, target: ImportTarget, name: string): Mapping {
  const needsDay = target.fields.some((f) => f.id === 'day') && !mapping.columns.some((c) => c.field === 'day')
  const day = needsDay && !mapping.options.day ? dayInFileName(name) : null
  return day ? { ...mapping, options: { ...mapping.options, day } } : mapping
}

/** The order of day and month, told by the sample rows, for dates that leave it open. */
function withDateOrder(mapping: Mapping, target: ImportTarget, dialect: Dialect): Mapping {
  if (mapping.options.dateOrder) return mapping
  const dates = new Set(target.fields.filter((f) => f.kind === 'day' || f.kind === 'instant').map((f) => f.id))
  const columns = mapping.columns.filter((c) => c.field !== null && dates.has(c.field)).map((c) => c.column)
  const dateOrder = detectDateOrder(dialect.sampleRows.flatMap((row) => columns.map((c) => row[c] ?? '')))
  return dateOrder ? { ...mapping, options: { ...mapping.options, dateOrder } } : mapping
}

/**
 * The mapping of a table: the one that was given, the one saved for these headers, the recognised form's, or a guess.
 * `only` narrows it to a format or target id.
 */
export function resolveMapping(input: {
  dialect: Dialect
  name: string
  given: Mapping | null
  saved: Mapping | null
  only?: string | undefined
}): ResolvedMapping {
  const { dialect, name, given, saved, only } = input
  const finish = (format: ImportFormat | null, target: ImportTarget, mapping: Mapping): ResolvedMapping => ({
    format,
    target,
    mapping: withDateOrder(withDayOfName(mapping, target, name), target, dialect),
  })
  if (given) {
    const { format, target } = readFormatId(given.format)
    return finish(format, target, given)
  }
  if (only !== undefined) {
    const { format, target } = readFormatId(only)
    if (format) return finish(format, target, byFormat(format, dialect.headers))
    const guess = guessMapping(dialect.headers, target)
    return finish(null, target, { format: target.id, columns: guess.columns, options: {} })
  }
  if (saved) {
    const { format, target } = readFormatId(saved.format)
    return finish(format, target, saved)
  }
  const known = recognise(dialect)
  if (known) return finish(known, known.target, byFormat(known, dialect.headers))
  const guess = guessMapping(dialect.headers)
  return finish(null, guess.target, { format: guess.target.id, columns: guess.columns, options: {} })
}

/**
 * Refuses a mapping that cannot work before a row is read.
 * Errors: throws `ImportFailure` `bad_mapping`, `no_day`, `required_columns`, `unknown_format`.
 */
export function checkMapping(resolved: ResolvedMapping, dialect: Dialect, name: string): void {
  const { target, format, mapping } = resolved
  const fields = new Set([...target.fields, ...(format?.extraFields ?? [])].map((f) => f.id))
  const used = new Set<string>()
  for (const { column, field } of mapping.columns) {
    if (field === null) continue
    const detail = !fields.has(field)
      ? field
      : column >= dialect.headers.length
        ? `#${column + 1}`
        : used.has(field)
          ? `${field} ×2`
          : null
    if (detail) throw new ImportFailure('bad_mapping', { file: name, detail })
    used.add(field)
  }
  if (used.size < FIELDS_MIN) throw new ImportFailure('unknown_format', { file: name })
  const missing = missingFields({ target, format }, [...used]).filter((f) => !mapping.options[f.id])
  if (missing.length === 0) return
  if (missing.every((f) => f.id === 'day')) throw new ImportFailure('no_day', { file: name })
  const names = missing.map((f) => `${f.nameZh} (${f.nameEn})`).join(', ')
  throw new ImportFailure('required_columns', { file: name, fields: names })
}
