import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drainPending, Session } from 'chdb'
import { bindParams } from './bind-params.ts'
import { CHDB_USERS, chdbConfig } from './chdb-config.ts'
import type { FactStore, SqlParams, SqlSettings } from './fact-store.ts'
import { FactStoreError, toFactStoreError } from './fact-store-error.ts'
import { createLane } from './lane.ts'
import { bareName, stringLiteral } from './sql-literal.ts'

/** Long imports hold a writer, never the last reader. */
const READERS = 4
const WRITERS = 3

/**
 * A connection holds a thread of Node's pool while a statement runs. The pool has four unless told otherwise before its
 * first use, so this runs when the module loads: statements must not starve file work and one another.
 */
process.env.UV_THREADPOOL_SIZE ??= String(READERS + WRITERS + 4)

/**
 * Servers leave a thread unused for each gigabyte (4 for inserts) that is not free. Within a small memory limit that would
 * mean one thread for everything; the limit itself still stops a query that takes too much.
 */
const BOTH_PROCESSORS =
  'SET max_threads_min_free_memory_per_thread = 0, max_insert_threads_min_free_memory_per_thread = 0'

const settingValue = (value: string | number): string => (typeof value === 'number' ? `${value}` : stringLiteral(value))

/** Runs with settings that end with the statement: a connection keeps what `SET` told it, so each is put back. */
async function runOn(session: Session, sql: string, settings: SqlSettings = {}): Promise<string> {
  const names = Object.keys(settings).map(bareName)
  if (names.length === 0) return (await session.queryAsync(sql, { format: 'JSONEachRow' })).text()
  const given = Object.entries(settings).map(([name, value]) => `${name} = ${settingValue(value)}`)
  try {
    return (await session.queryAsync(`SET ${given.join(', ')}; ${sql}`, { format: 'JSONEachRow' })).text()
  } finally {
    await session.queryAsync(`SET ${names.map((name) => `${name} = DEFAULT`).join(', ')}`)
  }
}

/** JSONEachRow escapes line breaks inside values, so a bare one always parts two rows. */
const parseRows = <T>(text: string): T[] => JSON.parse(`[${text.trimEnd().replaceAll('\n', ',')}]`) as T[]

async function openSessions(options: { folder: string; temp: string; database: string; memoryMb: number }) {
  const { folder, temp, database, memoryMb } = options
  await mkdir(folder, { recursive: true })
  // Left-overs of a process that was killed: nothing here outlives the statement it was written for.
  await rm(temp, { recursive: true, force: true })
  await mkdir(temp, { recursive: true })
  const config = join(temp, 'fact-engine.xml')
  const users = join(temp, 'fact-engine-users.xml')
  await writeFile(users, CHDB_USERS)
  await writeFile(config, chdbConfig(memoryMb, users))
  const connect = (): Session => new Session(folder, { connectionArgs: [`--config-file=${config}`] })
  const sessions = Array.from({ length: READERS + WRITERS }, connect)
  for (const [index, session] of sessions.entries()) {
    if (index === 0) await session.queryAsync(`CREATE DATABASE IF NOT EXISTS ${bareName(database)}`)
    await session.queryAsync(`USE ${bareName(database)}`)
    await session.queryAsync(BOTH_PROCESSORS)
  }
  return { reading: sessions.slice(0, READERS), writing: sessions.slice(READERS) }
}

/**
 * Facts in this process. `folder` belongs to this process alone while it is open, and a process opens one folder at a time.
 * Errors: rejects with `FactStoreError`.
 */
export async function openChdbFactStore(options: {
  folder: string
  temp: string
  database: string
  memoryMb: number
}): Promise<FactStore> {
  const { reading, writing } = await openSessions(options).catch((cause: unknown) => {
    throw toFactStoreError(cause, `open ${options.folder}`, 'unavailable')
  })
  const readers = createLane(reading)
  const writers = createLane(writing)
  let open = true
  /** Writes that wish parts were not merged just now. */
  let holders = 0

  const run = async (
    lane: typeof readers,
    sql: string,
    params?: SqlParams,
    settings?: SqlSettings,
  ): Promise<string> => {
    if (!open) throw new FactStoreError({ code: 'closed', message: 'fact store is closed', statement: '' })
    const bound = bindParams(sql, params)
    try {
      return await lane.run((session) => runOn(session, bound, settings))
    } catch (cause) {
      throw toFactStoreError(cause, sql, 'failed')
    }
  }
  const ingestFile: (path: string, o: Parameters<FactStore['ingest']>[0]) => Promise<void> = async (path, o) => {
    const source = `file(${[path, o.format, o.structure].map(stringLiteral).join(', ')})`
    await run(writers, o.sql(source, 'toUInt64(assumeNotNull(_row_number))'), o.params, o.settings)
  }

  return {
    kind: 'chdb',
    database: options.database,
    cluster: undefined,
    async query(sql, params, settings) {
      return parseRows(await run(readers, sql, params, settings))
    },
    async command(sql, params, settings) {
      await run(writers, sql, params, settings)
    },
    async ingest(o) {
      if ('path' in o.body) return ingestFile(o.body.path, o)
      const path = join(options.temp, `ingest-${randomUUID()}`)
      try {
        await writeFile(path, o.body.data)
        await ingestFile(path, o)
      } finally {
        await rm(path, { force: true })
      }
    },
    async dump(o) {
      await run(
        readers,
        `INSERT INTO FUNCTION file(${stringLiteral(o.path)}, 'Native', 'auto', 'zstd')\n${o.sql}`,
        o.params,
      )
    },
    async withoutMerges(work) {
      if (holders++ === 0) await run(writers, 'SYSTEM STOP MERGES')
      try {
        return await work()
      } finally {
        if (--holders === 0) await run(writers, 'SYSTEM START MERGES')
      }
    },
    localTable: (name) => name,
    onCluster: () => '',
    async close() {
      if (!open) return
      open = false
      for (const session of [...reading, ...writing]) session.close()
      await drainPending()
    },
  }
}
