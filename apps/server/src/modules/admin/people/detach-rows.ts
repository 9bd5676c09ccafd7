import { randomBytes } from 'node:crypto'
import { forgottenColumn } from '@zhanggui/facts'
import type { Context } from '../../../context.ts'
import type { SqlParams } from '../../../storage/facts/fact-store.ts'
import { forgottenKey } from './forgotten-list.ts'
import { dayOf, type PeopleTable } from './people-tables.ts'

/** Statements and their parameters must be found in no log: they name people. */
const QUIET = { log_queries: 0 }

/** Copied by one server: a row may belong on another shard once its person or its id is another. */
const COPY_SETTINGS = { ...QUIET, parallel_distributed_insert_select: 0 }

/** Rows of a shop by a condition over the table. */
export type RowsOf = { store: string; where: string; params: SqlParams }

/**
 * The rows of one person. The engine writes the text of a deletion to disk, so the condition names the person by a hash with
 * a key that is drawn for this once: the text leads to nobody.
 */
export async function rowsOfPerson(context: Context, store: string, table: PeopleTable, hash: string): Promise<RowsOf> {
  const [r0, r1] = [randomBytes(8).readBigUInt64LE(), randomBytes(8).readBigUInt64LE()]
  const [row] = await context.facts.query<{ mark: string }>(
    'SELECT toString(sipHash64Keyed(({r0:UInt64}, {r1:UInt64}), {hash:UInt64})) AS mark',
    { r0, r1, hash },
    QUIET,
  )
  const where = `sipHash64Keyed(({r0:UInt64}, {r1:UInt64}), ${table.person.column}) = {mark:UInt64}`
  return { store, where, params: { r0, r1, mark: row?.mark ?? '0' } }
}

const matching = ({ where }: RowsOf, { person }: PeopleTable): string =>
  `store = {store:String} AND ${person.column} != 0 AND ${where}`

const currentRows = (table: PeopleTable): string => (table.mode === 'replace' ? `${table.name} FINAL` : table.name)

type Found = { rows: number; from: string; to: string }

async function findRows(context: Context, table: PeopleTable, rows: RowsOf): Promise<Found> {
  const day = dayOf(table)
  const [found] = await context.facts.query<Found>(
    `SELECT count() AS rows, toString(min(${day})) AS from, toString(max(${day})) AS to
FROM ${currentRows(table)} WHERE ${matching(rows, table)}`,
    { store: rows.store, ...rows.params },
    QUIET,
  )
  return found ?? { rows: 0, from: '1970-01-01', to: '1970-01-01' }
}

/** Current rows that still say who it was. */
export const countRows = async (context: Context, table: PeopleTable, rows: RowsOf): Promise<number> =>
  (await findRows(context, table, rows)).rows

/**
 * The same rows again without their person. A replacing table drops a copy that a crash made twice; events are told apart by
 * their keys. Parameters beside those of the rows: `e0`, `e1`, `fromDay`, `toDay`.
 */
function copySql(table: PeopleTable, rows: RowsOf): string {
  const values = table.columns.map((column) =>
    // The hash of the content held the person; nobody compares with it again.
    column.name === 'content_hash' ? '0' : forgottenColumn(table, column, '1'),
  )
  const mine = matching(rows, table)
  const day = dayOf(table)
  const copied = `SELECT row_key FROM ${table.name} WHERE store = {store:String} AND ${table.person.column} = 0 AND ${day} >= {fromDay:Date} AND ${day} <= {toDay:Date}`
  return `INSERT INTO ${table.name} (${table.columns.map(({ name }) => name).join(', ')})
SELECT ${values.join(', ')}
FROM ${currentRows(table)}
WHERE ${mine}${table.mode === 'append' ? ` AND row_key GLOBAL NOT IN (${copied})` : ''}`
}

/** Rewrites the parts that hold the rows, so that they are gone from disk and not only hidden. */
export async function removeRows(context: Context, table: PeopleTable, rows: RowsOf): Promise<void> {
  const { facts } = context
  const target = `${facts.localTable(table.name)}${facts.onCluster()}`
  await facts.command(
    `ALTER TABLE ${target} DELETE WHERE ${matching(rows, table)} SETTINGS mutations_sync = 2`,
    { store: rows.store, ...rows.params },
    QUIET,
  )
}

/**
 * Takes the person out of rows and leaves what they add up to. Safe to repeat, also after a crash half way.
 * Shape: how many current rows said who it was.
 */
export async function detachRows(context: Context, table: PeopleTable, rows: RowsOf): Promise<number> {
  const { rows: found, from: fromDay, to: toDay } = await findRows(context, table, rows)
  const params = { store: rows.store, ...rows.params, ...forgottenKey(context, rows.store), fromDay, toDay }
  if (found > 0) await context.facts.command(copySql(table, rows), params, COPY_SETTINGS)
  await removeRows(context, table, rows)
  return found
}
