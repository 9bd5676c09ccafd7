import type { ExportPerson, PersonExport, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { formulaSafe } from '../../data/quarantine-file.ts'
import { auditedTransaction } from '../audit.ts'
import { rowsOfPerson } from './detach-rows.ts'
import { dayOf, PEOPLE_TABLES, type PeopleTable } from './people-tables.ts'
import { hashPeople } from './person-hash.ts'

type Row = PersonExport['tables'][number]['rows'][number]

/** Columns that are about how a row is kept and not about the person. */
const BOOKKEEPING = ['store', 'content_hash', 'version', 'import_id', 'received_at', 'row_key']

async function rowsIn(context: Context, store: string, table: PeopleTable, hash: string): Promise<Row[]> {
  const { where, params } = await rowsOfPerson(context, store, table, hash)
  const told = table.columns.filter(({ name }) => !BOOKKEEPING.includes(name))
  // 64-bit hashes as text: a JSON number would lose digits.
  const columns = told.map(({ name, type }) =>
    type === 'UInt64' ? `toString(f.${name}) AS ${name}` : `f.${name} AS ${name}`,
  )
  const from = table.mode === 'replace' ? `${table.name} AS f FINAL` : `${table.name} AS f`
  const condition = where.replaceAll(table.person.column, `f.${table.person.column}`)
  return context.facts.query<Row>(
    `SELECT ${columns.join(', ')} FROM ${from} WHERE f.store = {store:String} AND ${condition} ORDER BY f.${dayOf(table)}`,
    { store, ...params },
    { log_queries: 0 },
  )
}

/**
 * Everything that is kept of a person in a shop, table by table, with what it is kept for. The trail says that it was asked.
 * Errors: `invalid_request` for an identifier that says nothing.
 */
export async function exportPerson(
  context: Context,
  store: Store,
  { identifiers }: Pick<ExportPerson, 'identifiers'>,
  { actor }: { actor: string },
): Promise<PersonExport> {
  const people = hashPeople(context, store.id, identifiers)
  const tables: PersonExport['tables'] = []
  for (const table of PEOPLE_TABLES) {
    const rows: Row[] = []
    for (const { hash } of people) rows.push(...(await rowsIn(context, store.id, table, hash)))
    const { purposeZh, purposeEn } = table.person
    tables.push({ table: table.name, meaning: table.meaning, purposeZh, purposeEn, rows })
  }
  await auditedTransaction(context, (_tx, record) =>
    record(...people.map(({ name }) => ({ store: store.id, actor, action: 'export', subject: `people/${name}` }))),
  )
  return { store: store.id, exportedAt: context.clock.now().toISOString(), tables }
}

const csvCell = (value: string | number | null): string => {
  const text = typeof value === 'string' ? formulaSafe(value) : String(value ?? '')
  return `"${text.replaceAll('"', '""')}"`
}

/** One line a value: `table,row,column,value`; tables of different columns share a file that way. */
export function personCsv({ tables }: PersonExport): string {
  const lines = tables.flatMap(({ table, rows }) =>
    rows.flatMap((row, index) =>
      Object.entries(row).map(([column, value]) => [table, index + 1, column, value].map(csvCell).join(',')),
    ),
  )
  return `\u{feff}${['table,row,column,value', ...lines].join('\r\n')}\r\n`
}
