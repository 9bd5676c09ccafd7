import { type FactColumn, getFactTable } from '@zhanggui/facts'
import { assert } from '@zhanggui/kernel'
import type { KindOptions } from './field-kind.ts'
import type { DerivedRows, ImportFormat } from './import-format.ts'
import type { ImportField, ImportTarget, RowCheck } from './import-target.ts'
import { FIELD_KINDS } from './kinds/index.ts'
import { neutralValue } from './neutral-value.ts'
import { type Sql, sqlString } from './sql-text.ts'

/** Columns that say where a row came from or which version it is; made at publish. */
export const PROVENANCE = ['store', 'version', 'content_hash', 'import_id', 'received_at']

/** A field of this import and the file's column it is read from. */
export type PlannedField = ImportField & { column: number; header: string }

/**
 * Everything about one file form that SQL is made from.
 * `varying` columns depend on the file's cells and are staged; `constant` ones are the same for every row of the import.
 */
export type ImportPlan = {
  formatId: string
  target: ImportTarget
  headers: readonly string[]
  fields: readonly PlannedField[]
  varying: readonly { name: string; type: string; sql: Sql }[]
  constant: readonly { name: string; type: string; sql: Sql }[]
  checks: readonly RowCheck[]
  identity: 'natural' | 'content'
  identityColumn: string | null
  classify: Sql
  rank: Sql
  skip: Sql | null
  also: readonly DerivedRows[]
  kindOptions: KindOptions
}

export type PlanInput = {
  target: ImportTarget
  format: ImportFormat | null
  headers: readonly string[]
  /** Field id of each column; null leaves the column out. */
  mapping: readonly { column: number; field: string | null }[]
  options: Readonly<Record<string, string>>
}

const FIELD_PLACE = /\{(\w+)\}/g

/** Options as literals, unmapped fields as typed NULLs, mapped ones as the staged row's aliases. */
function fill(
  sql: Sql,
  input: { mapped: ReadonlySet<string>; types: ReadonlyMap<string, string>; options: Readonly<Record<string, string>> },
): Sql {
  const withOptions = sql.replace(/\{=(\w+)\}/g, (_, name: string) => sqlString(input.options[name] ?? ''))
  return withOptions.replace(FIELD_PLACE, (_, name: string) => {
    if (input.mapped.has(name)) return `f_${name}`
    const type = input.types.get(name)
    assert(type !== undefined, `the SQL of an import names fields of its target, not "${name}"`)
    // An option named like a field gives it for all rows: the day of a report that has it only in its file name.
    const given = input.options[name]
    if (given !== undefined && given !== '') return `CAST(${sqlString(given)}, ${sqlString(type)})`
    return `CAST(NULL, ${sqlString(type)})`
  })
}

const readKindOptions = (options: Readonly<Record<string, string>>): KindOptions => {
  const order = options.dateOrder
  const year = Number(options.year)
  return {
    dateOrder: order === 'dmy' || order === 'mdy' ? order : 'ymd',
    year: Number.isInteger(year) && year > 1900 && year < 2200 ? year : null,
  }
}

/** The target's fields as this format reads them, with the kind types. */
function fieldsOf(input: PlanInput): Map<string, ImportField> {
  const { target, format } = input
  const fields = [...target.fields, ...(format?.extraFields ?? [])]
  const isRequired = (f: ImportField): boolean => f.required === true && !format?.optional?.includes(f.id)
  return new Map(fields.map((f) => [f.id, { ...f, kind: format?.kinds?.[f.id] ?? f.kind, required: isRequired(f) }]))
}

/**
 * Mapping, format and target put together.
 * Errors: throws when the mapping names a field or a column that does not exist; callers check both first.
 */
export function planImport(input: PlanInput): ImportPlan {
  const { target, format, headers } = input
  const known = fieldsOf(input)
  const fields = input.mapping.flatMap(({ column, field }) => {
    if (field === null) return []
    const declared = known.get(field)
    assert(declared, `"${field}" is a field of ${target.id}`)
    return [{ ...declared, column, header: headers[column] ?? '' }]
  })
  for (const { follows, ...field } of known.values()) {
    const leader = fields.find((f) => f.id === follows)
    if (leader) fields.push({ ...field, column: leader.column, header: leader.header })
  }
  const mapped = new Set(fields.map((f) => f.id))
  const saysNothingOfPayment = !mapped.has('status') && !mapped.has('paidAt')
  const options = { ...format?.options, ...input.options, assumePaid: saysNothingOfPayment ? 'yes' : 'no' }
  const types = new Map([...known].map(([id, f]) => [id, FIELD_KINDS[f.kind].type]))
  const place = (sql: Sql): Sql => fill(sql, { mapped, types, options })
  const columns = { ...target.columns, ...format?.columns }
  const identity = format?.identity ?? (target.contentWhen?.(mapped) ? 'content' : target.identity)
  const identityColumn = identity === 'content' ? (target.identityColumn ?? 'line_id') : null
  const isVarying = (sql: Sql): boolean => [...sql.matchAll(FIELD_PLACE)].some(([, name]) => mapped.has(name ?? ''))
  const facts = getFactTable(target.table).columns.filter(
    (c) => !PROVENANCE.includes(c.name) && c.name !== identityColumn,
  )
  const planned = facts.map((c: FactColumn) => {
    const sql = columns[c.name] ?? neutralValue(c.type)
    return { name: c.name, type: c.type, sql: place(sql), varying: isVarying(sql) }
  })
  return {
    formatId: format?.id ?? target.id,
    target,
    headers,
    fields,
    varying: planned.filter((c) => c.varying),
    constant: planned.filter((c) => !c.varying),
    checks: [...(target.checks ?? []), ...(format?.checks ?? [])]
      .filter((c) => isVarying(c.when))
      .map((c) => ({ ...c, when: place(c.when) })),
    identity,
    identityColumn,
    classify: place(format?.classify ?? target.classify),
    rank: place(format?.rank ?? target.rank ?? '0'),
    skip: format?.skip ? place(format.skip) : null,
    also: format?.also ?? [],
    kindOptions: readKindOptions(options),
  }
}

/** Required fields that no column is mapped to; such a file cannot be imported yet. */
export const missingFields = (
  read: { target: ImportTarget; format: ImportFormat | null },
  mapped: readonly (string | null)[],
): ImportField[] =>
  [...read.target.fields, ...(read.format?.extraFields ?? [])].filter(
    (f) => f.required && !read.format?.optional?.includes(f.id) && !mapped.includes(f.id),
  )

/** The plan of rows that are made from another plan's rows. */
export function planDerived(from: ImportPlan, derived: DerivedRows): ImportPlan {
  const facts = getFactTable(derived.target.table).columns.filter((c) => !PROVENANCE.includes(c.name))
  const planned = facts.map((c) => ({
    name: c.name,
    type: c.type,
    sql: derived.columns[c.name] ?? neutralValue(c.type),
  }))
  return {
    ...from,
    target: derived.target,
    fields: [],
    varying: planned.filter((c) => c.name in derived.columns),
    constant: planned.filter((c) => !(c.name in derived.columns)),
    checks: [],
    identity: 'natural',
    identityColumn: null,
    classify: derived.classify,
    rank: '0',
    skip: null,
    also: [],
  }
}
