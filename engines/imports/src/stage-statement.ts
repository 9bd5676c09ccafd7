import { getFactTable } from '@zhanggui/facts'
import { renamedKey, stagedColumns, unlessForgotten } from './forgotten-people.ts'
import type { ImportPlan, PlannedField } from './import-plan.ts'
import { FIELD_KINDS } from './kinds/index.ts'
import { masked } from './kinds/masked-text.ts'
import type { PartReading, PartSource } from './part-reading.ts'
import { FEW_FILES, NEVER_MERGED } from './scratch-settings.ts'
import { type Sql, sqlString } from './sql-text.ts'

const cell = (column: number): Sql => `c${column}`

/** Columns of staging that say where a row came from and why it was refused. */
export const STAGE_META = [
  { name: '_part', type: 'UInt32' },
  { name: '_file', type: 'UInt16' },
  { name: '_row', type: 'UInt64' },
  { name: '_key', type: 'UInt64' },
  { name: '_rank', type: 'UInt64' },
  { name: '_class', type: 'LowCardinality(String)' },
  // Which of `faultsOf` the row has, counted from 1; 0: it is fine.
  { name: '_fault', type: 'UInt8' },
  { name: '_value', type: 'String' },
] as const

/** Hashes and row numbers do not pack; the rest repeats itself so much that packing it costs less than writing it. */
const codecOf = (type: string): Sql => (type === 'UInt64' ? ' CODEC(NONE)' : '')

/**
 * DDL of the staging table of one import: what the file brings, and nothing that is the same in every row. Rows are written
 * and read once or twice, so making lists of their words costs more than it saves.
 */
export function createStageSql(plan: ImportPlan, table: string): Sql {
  const brought = plan.varying.map(({ name, type }) => ({ name, type: bareType(type) }))
  const columns = [...brought, ...STAGE_META].map(({ name, type }) => `  ${name} ${type}${codecOf(type)}`)
  return `CREATE TABLE IF NOT EXISTS ${table} (\n${columns.join(',\n')}\n)
ENGINE = MergeTree
PARTITION BY _part
ORDER BY tuple()
SETTINGS ${FEW_FILES}, ${NEVER_MERGED}`
}

/** Why a row can be refused: the reason's code and the header of the column it is about ('' for the row as a whole). */
export type RowFault = { code: string; column: string }

type Rule = RowFault & { when: Sql; value: Sql }

/** Personal cells are never shown; others without phone numbers and the like, short. */
function shownValue(field: PlannedField | undefined): Sql {
  if (!field) return "''"
  if (FIELD_KINDS[field.kind].personal) return `if(${cell(field.column)} = '', '', '***')`
  // Unlike leftUTF8, only worked out where it is asked for.
  const text = `substringUTF8(${cell(field.column)}, 1, 200)`
  return field.kind === 'identifier' ? text : masked(text)
}

/** All reasons to refuse a row, in the order in which one is named when several hold. */
function rulesOf(plan: ImportPlan): Rule[] {
  const byId = new Map(plan.fields.map((f) => [f.id, f]))
  const rules: Rule[] = [
    { when: '_short', code: 'too_few_cells', column: '', value: "''" },
    { when: '_long', code: 'too_many_cells', column: '', value: "''" },
  ]
  for (const field of plan.fields) {
    const { fault } = FIELD_KINDS[field.kind]
    const shown = { column: field.header, value: shownValue(field) }
    if (fault) rules.push({ when: fault.when(cell(field.column), `f_${field.id}`), code: fault.code, ...shown })
    if (field.required) rules.push({ when: `isNull(f_${field.id})`, code: 'missing_value', ...shown })
  }
  for (const { when, code, field } of plan.checks)
    rules.push({
      when: `ifNull(${when}, 0)`,
      code,
      column: byId.get(field)?.header ?? '',
      value: shownValue(byId.get(field)),
    })
  return rules
}

/** What is shown of the cell that a refused row is refused for. Each text is named once: planning it takes time for every part. */
function refusedValue(rules: readonly Rule[]): Sql {
  const numbers = new Map<Sql, number[]>()
  for (const [i, { value }] of rules.entries()) numbers.set(value, [...(numbers.get(value) ?? []), i + 1])
  const branches = [...numbers].map(([value, faults]) => `_fault IN (${faults.join(', ')}), ${value}`)
  return `if(_fault = 0, '', multiIf(${branches.join(', ')}, ''))`
}

/** The reasons that `_fault` counts, in order. */
export const faultsOf = (plan: ImportPlan): RowFault[] => rulesOf(plan).map(({ code, column }) => ({ code, column }))

/** NULL counts as a value of its own. Comparing numbers as they are is several times as fast as comparing their text. */
const hashed = ({ name, type }: { name: string; type: string }): Sql => {
  const inner = /^Nullable\((.*)\)$/.exec(type)?.[1]
  return inner ? `isNull(${name}), ifNull(${name}, defaultValueOfTypeName(${sqlString(inner)}))` : name
}

/** A value that two equal rows share and two different rows do not (64 bits). */
const hashOf = (columns: readonly { name: string; type: string }[]): Sql =>
  columns.length === 0 ? 'toUInt64(0)' : `cityHash64(${columns.map(hashed).join(', ')})`

const constantOf = (column: { type: string; sql: Sql } | undefined): Sql =>
  column ? `CAST(${column.sql}, ${sqlString(bareType(column.type))})` : "''"

/**
 * The name of a row: the table's own key, or everything it says. With `forgets` a key that is made of a forgotten person is the
 * one that the row has been given since.
 */
export function keySql(plan: ImportPlan, { forgets }: { forgets: boolean } = { forgets: false }): Sql {
  if (plan.identity === 'content') return hashOf(plan.varying)
  const key = getFactTable(plan.target.table).orderBy.filter((name) => name !== 'store')
  const all = new Map([...plan.varying, ...plan.constant].map((c) => [c.name, c]))
  const named = (name: string): Sql => (forgets ? renamedKey(plan, name) : name)
  const varies = (name: string): boolean => plan.varying.some((c) => c.name === name)
  return `cityHash64(${key.map((name) => (varies(name) ? named(name) : constantOf(all.get(name)))).join(', ')})`
}

/** Hash over what the file says of a row, to tell an unchanged row from an update. Works on stored rows too. */
export const contentSql = (plan: ImportPlan): Sql => hashOf(plan.varying)

const bareType = (type: string): string => type.replace(/^LowCardinality\((.*)\)$/, '$1')

/**
 * A refused row still has to fit the staging table, so its missing values become the type's neutral one. The cast makes a
 * row's key the same number whether it is taken here or from the stored row.
 */
const fitted = (column: { type: string; sql: Sql; name: string }): Sql => {
  const type = sqlString(bareType(column.type))
  return column.type.startsWith('Nullable')
    ? `CAST(${column.sql}, ${type}) AS ${column.name}`
    : `CAST(ifNull(${column.sql}, defaultValueOfTypeName(${type})), ${type}) AS ${column.name}`
}

/**
 * One INSERT … SELECT that turns a part of a file into staged rows: parsing, validation and hashing inside the engine.
 * Parameters: `part`, `file`, `rowBase` (records before this part), `timeZone`, `k0`, `k1`;
 * with `forgets` those of `isForgottenSql` too.
 */
export function stageStatement(
  plan: ImportPlan,
  input: { table: string; reading: PartReading; source: PartSource; forgets?: boolean },
): Sql {
  const rules = rulesOf(plan)
  const used = [...new Set(plan.fields.map((f) => f.column))].toSorted((a, b) => a - b)
  const values = plan.fields.map(
    (f) =>
      `CAST(${FIELD_KINDS[f.kind].value(cell(f.column), plan.kindOptions)}, ${sqlString(FIELD_KINDS[f.kind].type)}) AS f_${f.id}`,
  )
  const forgets = input.forgets ?? false
  const refused = refusedValue(rules)
  const names = [...plan.varying.map((c) => c.name), ...STAGE_META.map((c) => c.name)]
  return `INSERT INTO ${input.table} (${names.join(', ')})
SELECT
  ${stagedColumns(plan, forgets).join(',\n  ')},
  {part:UInt32}, {file:UInt16}, _row, ${keySql(plan, { forgets })} AS _key, ifNull(_rank, 0), ifNull(_class, ''),
  _fault, ${forgets ? unlessForgotten(refused) : refused}
FROM (
  SELECT ${used.map(cell).join(', ')}, _row, _fault,
    ${plan.varying.map(fitted).join(',\n    ')},
    ${plan.rank} AS _rank, ${plan.classify} AS _class
  FROM (
    SELECT *, multiIf(${rules.map((r, i) => `${r.when}, ${i + 1}`).join(',\n      ')}, 0) AS _fault
    FROM (
      SELECT *, ${values.join(',\n        ')}
      FROM (${input.reading.cells(input.source, used)})
    )
    WHERE NOT _blank${plan.skip ? ` AND NOT ifNull(${plan.skip}, 0)` : ''}
  )
)`
}
