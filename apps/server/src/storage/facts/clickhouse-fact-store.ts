import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { pipeline as pipelineToEnd } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { type ClickHouseClient, ClickHouseLogLevel, type ClickHouseSettings, createClient } from '@clickhouse/client'
import type { FactStore, SqlParams, SqlSettings } from './fact-store.ts'
import { FactStoreError, toFactStoreError } from './fact-store-error.ts'
import { stringLiteral } from './sql-literal.ts'

/** Statements that act on one server's own tables and so are sent to every server of a cluster. */
const EVERY_SERVER = /^\s*(CREATE|ALTER|DROP|TRUNCATE|OPTIMIZE|RENAME|EXCHANGE|DELETE|SYSTEM|ATTACH|DETACH)\b/i

const BASE_SETTINGS: ClickHouseSettings = {
  output_format_json_quote_64bit_integers: 0,
  // An insert into a Distributed table is answered when the shards have it, not when it is queued.
  distributed_foreground_insert: 1,
}

function connect(url: string, database: string): ClickHouseClient {
  return createClient({
    url,
    database,
    request_timeout: 600_000,
    max_open_connections: 10,
    keep_alive: { enabled: true, idle_socket_ttl: 2500 },
    clickhouse_settings: BASE_SETTINGS,
    // The driver's own log quotes statements; errors reach ours, masked.
    log: { level: ClickHouseLogLevel.OFF },
  })
}

async function createDatabase(url: string, database: string): Promise<void> {
  const client = connect(url, 'default')
  try {
    await client.command({ query: `CREATE DATABASE IF NOT EXISTS ${database}` })
  } finally {
    await client.close()
  }
}

function openFile(path: string): Readable {
  const bytes = createReadStream(path)
  if (!path.endsWith('.zst')) return bytes
  // A pipeline passes errors on: a broken file must break the insert, or it would wait for ever.
  return pipeline(bytes, createZstdDecompress(), () => undefined)
}

const bound = (sql: string, params: SqlParams = {}, settings: SqlSettings = {}) => ({
  query: sql,
  query_params: params as Record<string, unknown>,
  clickhouse_settings: settings as ClickHouseSettings,
})

/**
 * Facts on a ClickHouse server, or on a cluster when `cluster` names one in the servers' `remote_servers`.
 * With several `urls` they are the HTTP addresses of every server of the cluster: table definitions and maintenance are sent
 * to each, and no Keeper is needed. With one url and a cluster, they are sent `ON CLUSTER`.
 * Errors: rejects with `FactStoreError`; `unavailable` when a server does not answer.
 */
export async function openClickhouseFactStore(options: {
  urls: readonly string[]
  database: string
  cluster: string | undefined
}): Promise<FactStore> {
  const { urls, database, cluster } = options
  const attempt = async <T>(sql: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (cause) {
      throw toFactStoreError(cause, sql, 'unavailable')
    }
  }
  const onCluster = cluster && urls.length === 1 ? ` ON CLUSTER ${cluster}` : ''
  for (const url of urls) await attempt('CREATE DATABASE', () => createDatabase(url, `${database}${onCluster}`))
  const clients = urls.map((url) => connect(url, database))
  const [client] = clients
  if (!client) throw new FactStoreError({ code: 'unavailable', message: 'no CLICKHOUSE_URL', statement: '' })

  return {
    kind: 'clickhouse',
    database,
    cluster,
    query: (sql, params, settings) =>
      attempt(sql, async () => (await client.query({ ...bound(sql, params, settings), format: 'JSONEachRow' })).json()),
    async command(sql, params, settings) {
      const targets = EVERY_SERVER.test(sql) ? clients : [client]
      for (const target of targets) await attempt(sql, () => target.command(bound(sql, params, settings)))
    },
    async ingest(o) {
      const source = `input(${stringLiteral(o.structure)})`
      const sql = `${o.sql(source, 'rowNumberInAllBlocks()')} FORMAT ${o.format}`
      // Rows are numbered as they come: two threads could take each other's turn.
      const settings = { ...o.settings, parallelize_output_from_storages: 0 }
      const values = 'path' in o.body ? openFile(o.body.path) : Readable.from([o.body.data], { objectMode: false })
      await attempt(sql, async () => {
        const answer = await client.exec({ ...bound(sql, o.params, settings), values })
        // The answer is empty; reading it to its end is what tells that the insert finished.
        for await (const _ of answer.stream);
      })
    },
    dump: (o) =>
      attempt(o.sql, async () => {
        // The server answers once the last row is there, so that a query that fails half way is an error, not a short file.
        const { query, query_params } = bound(`${o.sql} FORMAT Native`, o.params)
        const answer = await client.exec({ query, query_params, clickhouse_settings: { wait_end_of_query: 1 } })
        await pipelineToEnd(answer.stream, createZstdCompress(), createWriteStream(o.path))
      }),
    withoutMerges: (work) => work(),
    localTable: (name) => (cluster ? `${name}_local` : name),
    onCluster: () => onCluster,
    async close() {
      await Promise.all(clients.map((c) => c.close()))
    },
  }
}
