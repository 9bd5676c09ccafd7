import { getFactTable } from '@zhanggui/facts'
import type { DerivedRows } from './import-format.ts'
import type { ImportPlan } from './import-plan.ts'
import type { Sql } from './sql-text.ts'
import { contentSql, keySql, STAGE_META } from './stage-statement.ts'

/** Rows are worked through in slices of their key, so that memory does not grow with the file. */
export type Slice = { of: number; index: number }

export type PublishNames = {
  /** Staging table. */
  stage: string
  /** Rows of staging that share their key with another: their count within the file, and whether they are dropped. */
  repeats: string
  /** The fact table. */
  facts: string
}

/** By the first byte of a key: a repeated line's own key keeps it, so equal rows meet in one slice. At most 256 slices. */
const inSlice = ({ of, index }: Slice, key = '_key'): Sql =>
  of === 1 ? '1' : `bitShiftRight(${key}, 56) % ${of} = ${index}`

/** Key of the n-th equal line of a file. */
const repeatKey = (key: Sql, n: Sql): Sql =>
  `bitOr(bitAnd(${key}, 18374686479671623680), bitShiftRight(cityHash64(${key}, ${n}), 8))`

/** The day column that bounds the search for rows that are already there; the product master has none. */
export const dayColumnOf = (plan: ImportPlan): string | null =>
  getFactTable(plan.target.table).columns.find((c) => c.name === 'created_day' || c.name === 'day')?.name ?? null

export const createRepeatsSql = (names: PublishNames): Sql =>
  `CREATE TABLE IF NOT EXISTS ${names.repeats} (_file UInt16, _row UInt64, n UInt32, dropped UInt8) ENGINE = MergeTree ORDER BY (_file, _row)`

/** The keys of a slice that more than one row has. Sorting the numbers takes a third of the time of grouping by them. */
const sharedKeys = (names: PublishNames, slice: Slice): Sql =>
  `SELECT arrayJoin(arrayDistinct(arrayFilter((key, step) -> step = 0, arrayPopFront(keys), arrayPopFront(arrayDifference(keys))))) AS _key
FROM (SELECT arraySort(groupArray(_key)) AS keys FROM ${names.stage} WHERE _fault = 0 AND ${inSlice(slice)})`

/**
 * Finds rows with equal keys. By content: the second equal line of a file is a line of its own (n = 2), the same line in
 * another file is not. By natural key: the furthest state wins, then the later line.
 */
export function findRepeatsSql(plan: ImportPlan, names: PublishNames, slice: Slice): Sql {
  const rows = `FROM ${names.stage} WHERE _fault = 0 AND ${inSlice(slice)} AND _key IN (${sharedKeys(names, slice)})`
  const numbered =
    plan.identity === 'content'
      ? `SELECT _file, _row, n, row_number() OVER (PARTITION BY _key, n ORDER BY _file) > 1 AS dropped
FROM (SELECT _file, _row, _key, row_number() OVER (PARTITION BY _key, _file ORDER BY _row) AS n ${rows})`
      : `SELECT _file, _row, 1 AS n, row_number() OVER (PARTITION BY _key ORDER BY _rank DESC, _file DESC, _row DESC) > 1 AS dropped ${rows}`
  return `INSERT INTO ${names.repeats} SELECT _file, _row, n, dropped FROM (${numbered}) WHERE n > 1 OR dropped`
}

/** Staged rows that are fine, with `_id`: the key that also tells repeated lines apart. */
function keptRows(plan: ImportPlan, names: PublishNames, slice: Slice, hasRepeats: boolean): Sql {
  const columns = [...plan.varying.map((c) => c.name), '_key', '_rank', '_file', '_row']
  if (!hasRepeats)
    return `SELECT ${columns.join(', ')}, _key AS _id FROM ${names.stage} WHERE _fault = 0 AND ${inSlice(slice)}`
  const id = plan.identity === 'content' ? `if(r.n > 1, ${repeatKey('s._key', 'r.n')}, s._key)` : 's._key'
  return `SELECT ${columns.map((c) => `s.${c} AS ${c}`).join(', ')}, ${id} AS _id
FROM (SELECT * FROM ${names.stage} WHERE _fault = 0 AND ${inSlice(slice)}) AS s
LEFT ANY JOIN ${names.repeats} AS r ON r._file = s._file AND r._row = s._row
WHERE r.dropped = 0`
}

/** `_id` of a row that is already in the fact table. */
function storedId(plan: ImportPlan): Sql {
  if (plan.identityColumn === 'row_key') return 'row_key'
  if (plan.identityColumn !== null) return `toUInt64OrZero(${plan.identityColumn})`
  const key = getFactTable(plan.target.table).orderBy.filter((name) => name !== 'store')
  return `cityHash64(${key.join(', ')})`
}

/** The shop's rows in the days of this import. */
export function storedRange(plan: ImportPlan): Sql {
  const day = dayColumnOf(plan)
  return `store = {store:String}${day ? ` AND ${day} >= {fromDay:Date} AND ${day} <= {toDay:Date}` : ''}`
}

/** Rows of this import that are already there, with what tells an unchanged row from an update. */
function storedRows(plan: ImportPlan, names: PublishNames, slice: Slice): Sql {
  const ids = `SELECT _key FROM ${names.stage} WHERE _fault = 0 AND ${inSlice(slice)}`
  // GLOBAL: staging is on one server only, the facts may be on many.
  const among = `${inSlice(slice, storedId(plan))} AND ${storedId(plan)} GLOBAL IN (${ids})`
  const last = plan.constant.map((c) => `argMax(tuple(${c.name}), version).1 AS was_${c.name}`)
  const picked = [
    `${storedId(plan)} AS k`,
    'max(version) AS was_version',
    `argMax(${contentSql(plan)}, version) AS was_content`,
    ...last,
  ]
  const facts = getFactTable(plan.target.table).isEdited ? `${names.facts} FINAL` : names.facts
  return `SELECT ${picked.join(', ')} FROM ${facts} WHERE ${storedRange(plan)} AND ${among} GROUP BY k`
}

/** Further progress wins, then the later import. Odd numbers are left for rows that are completed after their import. */
const VERSION = '(_rank * 1099511627776 + toUInt64({importId:UInt32}) * 2)'

/** Keys of a slice that are stored already; rows told apart by content never change, so their key says all. */
const storedKeys = (plan: ImportPlan, names: PublishNames, slice: Slice): Sql =>
  `SELECT ${storedId(plan)} AS k FROM ${names.facts} WHERE ${storedRange(plan)} AND ${inSlice(slice, storedId(plan))}`

/** 1 where a row brings something new; `k` is 0 where nothing was stored. */
const isNew = ({ plan, names, slice }: PublishInput): Sql =>
  plan.identity === 'content'
    ? `_id NOT IN (${storedKeys(plan, names, slice)})`
    : `(k = 0 OR (was_version < ${VERSION} AND was_content != ${contentSql(plan)}))`

export type PublishInput = {
  plan: ImportPlan
  names: PublishNames
  slice: Slice
  /** Whether any row of staging shares its key with another. */
  hasRepeats: boolean
  /** Whether the fact table holds any row of the shop in these days. */
  hasStored: boolean
}

function joinedRows({ plan, names, slice, hasRepeats, hasStored }: PublishInput): Sql {
  const kept = keptRows(plan, names, slice, hasRepeats)
  return hasStored && plan.identity === 'natural'
    ? `(${kept}) AS s LEFT JOIN (${storedRows(plan, names, slice)}) AS p ON p.k = s._id`
    : `(${kept}) AS s`
}

/** Shape: one row `{ fresh, updated }` for the slice: rows that are new beside stored ones, and rows that change one. */
export function countNewSql(input: PublishInput): Sql {
  const isNatural = input.plan.identity === 'natural'
  const fresh = isNatural ? 'countIf(k = 0)' : `countIf(${isNew(input)})`
  const updated = isNatural ? `countIf(k != 0 AND ${isNew(input)})` : '0'
  return `SELECT ${fresh} AS fresh, ${updated} AS updated FROM ${joinedRows(input)}`
}

/** What each column of the fact table is filled from. */
function valuesOf({ plan, hasStored }: PublishInput): Map<string, Sql> {
  const values = new Map<string, Sql>()
  for (const c of plan.varying) values.set(c.name, c.name)
  // A report that says nothing of a column leaves what an earlier one said.
  for (const c of plan.constant)
    values.set(c.name, hasStored && plan.identity === 'natural' ? `if(k = 0, ${c.sql}, was_${c.name})` : c.sql)
  if (plan.identityColumn === 'row_key') values.set('row_key', '_id')
  else if (plan.identityColumn !== null) values.set(plan.identityColumn, 'toString(_id)')
  values.set('store', '{store:String}')
  values.set('version', VERSION)
  // The key of a row that has no name of its own is made of its content.
  values.set('content_hash', plan.identity === 'content' ? '_key' : contentSql(plan))
  values.set('import_id', '{importId:UInt32}')
  values.set('received_at', "fromUnixTimestamp64Milli({now:Int64}, 'UTC')")
  return values
}

/**
 * One INSERT … SELECT of a slice: only rows that are not there yet, so it can be run again after a crash.
 * `into` is the fact table, or one beside it that lacks the columns `leftOut`.
 */
export function publishSql(input: PublishInput, into: { table: string; leftOut: ReadonlySet<string> }): Sql {
  const values = valuesOf(input)
  const columns = getFactTable(input.plan.target.table).columns.filter(
    (c) => values.has(c.name) && !into.leftOut.has(c.name),
  )
  return `INSERT INTO ${into.table} (${columns.map((c) => c.name).join(', ')})
SELECT ${columns.map((c) => `${values.get(c.name)} AS ${c.name}`).join(',\n  ')}
FROM ${joinedRows(input)}${input.hasStored ? `\nWHERE ${isNew(input)}` : ''}`
}

/** Fills the staging table of derived rows from the first target's kept rows. */
export function deriveSql(input: PublishInput, derived: { plan: ImportPlan; rows: DerivedRows; stage: string }): Sql {
  const values = valuesOf({ ...input, hasStored: false })
  const facts = getFactTable(input.plan.target.table).columns.filter((c) => values.has(c.name))
  const first = `SELECT ${facts.map((c) => `${values.get(c.name)} AS ${c.name}`).join(', ')}, _file AS file_, _row AS row_
FROM (${keptRows(input.plan, input.names, input.slice, input.hasRepeats)})`
  const names = [...derived.plan.varying.map((c) => c.name), ...STAGE_META.map((c) => c.name)]
  return `INSERT INTO ${derived.stage} (${names.join(', ')})
SELECT ${derived.plan.varying.map((c) => c.name).join(', ')}, 0, file_, row_, ${keySql(derived.plan)}, 0, ${derived.plan.classify}, 0, ''
FROM (SELECT ${derived.plan.varying.map((c) => `${c.sql} AS ${c.name}`).join(', ')}, file_, row_ FROM (${first}) WHERE ${derived.rows.where})`
}
