import { EVENTS, forgottenColumn, isForgottenSql } from '@zhanggui/facts'
import { FIELD_KINDS } from '@zhanggui/imports'
import type { FactStore } from '../../storage/facts/fact-store.ts'
import { LINE_STRUCTURE } from './event-lines.ts'

/** Raw columns of a group of batches: the batch number, then the event. */
export const GROUP_STRUCTURE = `batch UInt32, ${LINE_STRUCTURE}`

const KIND_OPTIONS = { dateOrder: 'ymd', year: null } as const
const kind = (id: 'person' | 'maskedText' | 'province', column: string): string =>
  FIELD_KINDS[id].value(column, KIND_OPTIONS)

/** What each column of `events` is made of. Ids are hashed and texts masked just as imports do it, so that both agree. */
const VALUES: Record<string, string> = {
  store: '{store:String}',
  day: 'toDate(at, {timeZone:String})',
  at: "fromUnixTimestamp64Milli(at_ms, 'UTC')",
  type: 'type',
  visitor: `ifNull(${kind('person', 'visitor_id')}, 0)`,
  session: `ifNull(${kind('person', 'session_id')}, 0)`,
  province: `ifNull(${kind('province', 'province')}, '')`,
  query: `ifNull(${kind('maskedText', 'query')}, '')`,
  row_key: 'sipHash64Keyed(({k0:UInt64}, {k1:UInt64}), event_id)',
  import_id: '0',
  received_at: "fromUnixTimestamp64Milli({receivedAt:Int64}, 'UTC')",
}

const COLUMNS = EVENTS.columns.map((c) => c.name)
const columnList = COLUMNS.join(', ')

/** Where a group waits, hashed already, while it is compared with what is stored. In memory: nothing in it is acknowledged. */
export function waitingRoomSql(facts: Pick<FactStore, 'database' | 'onCluster'>, table: string): string[] {
  const columns = EVENTS.columns.map((c) => `${c.name} ${c.type}`)
  return [
    `CREATE TABLE IF NOT EXISTS ${facts.database}.${table}${facts.onCluster()} (batch UInt32, late UInt8, ${columns.join(', ')}) ENGINE = Memory`,
    emptyRoomSql(facts, table),
  ]
}

export const emptyRoomSql = (facts: Pick<FactStore, 'database' | 'onCluster'>, table: string): string =>
  `TRUNCATE TABLE ${facts.database}.${table}${facts.onCluster()}`

/** Events of people on the list of the forgotten, taken in like those without consent. */
function withoutForgotten(events: string): string {
  const { person } = EVENTS
  const forgotten = person ? isForgottenSql(person) : '0'
  return `SELECT batch, late, ${EVENTS.columns.map((column) => forgottenColumn(EVENTS, column, forgotten)).join(', ')}
FROM (${events})`
}

/** Parameters: `store`, `timeZone`, `k0`, `k1`, `receivedAt`; with `forgets` those of `isForgottenSql` too. */
export function enterSql(table: string, source: string, { forgets }: { forgets: boolean }): string {
  const values = COLUMNS.map((name) => (VALUES[name] ? `${VALUES[name]} AS ${name}` : name))
  const events = `SELECT batch, late, ${values.join(',\n  ')}
FROM ${source}`
  return `INSERT INTO ${table} (batch, late, ${columnList})
${forgets ? withoutForgotten(events) : events}`
}

/**
 * Keys of the waiting events that are stored already. Looked for on the days of the group and one day to either side: a
 * sender that repeats an event repeats its time, or at worst stamps it anew within the same night.
 * GLOBAL, because on a cluster the waiting room stands on one server only.
 */
const storedKeys = (table: string): string => `SELECT row_key FROM events
  WHERE store = {store:String}
    AND day GLOBAL IN (SELECT DISTINCT arrayJoin([day - 1, day, day + 1]) FROM ${table})
    AND row_key GLOBAL IN (SELECT row_key FROM ${table})`

/** Shape: a row for each batch that holds stored events. Parameter: `store`. */
export const findStoredSql = (table: string): string => `SELECT
  batch,
  count() AS stored,
  sum(late) AS stored_late
FROM ${table}
WHERE row_key GLOBAL IN (${storedKeys(table)})
GROUP BY batch`

/** Parameter: `store`. */
export function publishSql(table: string, options: { without: 'stored' | 'nothing' }): string {
  const filter = options.without === 'stored' ? `\nWHERE row_key GLOBAL NOT IN (${storedKeys(table)})` : ''
  return `INSERT INTO events (${columnList})\nSELECT ${columnList}\nFROM ${table}${filter}`
}
