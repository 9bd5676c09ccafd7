/** Values bound to `{name:Type}` places in SQL. Never concatenate a value into SQL text. */
export type SqlParams = Record<string, string | number | bigint | boolean | null | readonly (string | number)[]>
export type SqlSettings = Record<string, string | number>

/**
 * Where facts live: chDB in this process, or a ClickHouse server or cluster. One SQL dialect for all of them.
 * 64-bit integers come back as JavaScript numbers (counts and money stay far below 2^53); select `toString(hash)` for hashes.
 * A bare table name means the one in `database`. Settings hold for their statement only.
 * Errors: rejects with `FactStoreError` (code, message, the statement's first line); none of these quotes a value.
 */
export type FactStore = {
  readonly kind: 'chdb' | 'clickhouse'
  readonly database: string
  readonly cluster: string | undefined
  query<T extends Record<string, unknown>>(sql: string, params?: SqlParams, settings?: SqlSettings): Promise<T[]>
  command(sql: string, params?: SqlParams, settings?: SqlSettings): Promise<void>
  /**
   * INSERT … SELECT over text rows. `sql(source, rowNumber)` builds the statement around the table function that yields the raw
   * columns (`file(…)` in process, `input(…)` over HTTP) and the expression that numbers its rows from 0, as they stand in the
   * body. `body` is a UTF-8 file on this machine or a buffer; a file whose name ends in `.zst` is unpacked on the way.
   * Durable once answered.
   */
  ingest(options: {
    sql: (source: string, rowNumber: string) => string
    structure: string
    format: 'CSV' | 'TSV' | 'JSONEachRow' | 'JSONCompactEachRow' | 'LineAsString' | 'Native'
    body: { path: string } | { data: Buffer }
    params?: SqlParams
    settings?: SqlSettings
  }): Promise<void>
  /** The rows of a SELECT into a new file on this machine: ClickHouse's Native format packed with zstd, for `ingest`. */
  dump(options: { sql: string; path: string; params?: SqlParams }): Promise<void>
  /**
   * Runs a large write while parts are not merged, so that it has processor and memory for itself; merging goes on after it.
   * In process only: a server divides its own resources, and must not stay without merges when a client dies.
   */
  withoutMerges<T>(work: () => Promise<T>): Promise<T>
  /** The table that DELETE and OPTIMIZE act on: `<name>_local` on a cluster, else the table itself. */
  localTable(name: string): string
  /** ` ON CLUSTER x`, or nothing. */
  onCluster(): string
  close(): Promise<void>
}
