import { existsSync, globSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { runToEnd } from '../../test/support/end-process.ts'
import { startPostgres, whyNoPostgres } from '../../test/support/postgres.ts'
import type { OrderRow, RowGroup } from './order-row.ts'

const ITEMS = 1000
const SECONDS = 6
const BATCH = 256
/** More sessions than processors, so that commits are grouped; fewer than would queue. */
const SESSIONS = 16

const TAKE = 'UPDATE stock SET free = free - 1 WHERE item = :item AND free >= 1;'

/** One order a transaction; and as many as a batch of ours in one, sent as a pipeline, by one writer as ours is one. */
const SCRIPTS = {
  'postgres.update.single': { text: `\\set item random(1, ${ITEMS})\n${TAKE}\n`, sessions: SESSIONS, each: 1 },
  'postgres.update.hotSku': { text: `\\set item 1\n${TAKE}\n`, sessions: SESSIONS, each: 1 },
  'postgres.update.batch256': {
    text: [
      '\\startpipeline',
      'BEGIN;',
      ...Array.from({ length: BATCH }, () => `\\set item random(1, ${ITEMS})\n${TAKE}`),
      'COMMIT;',
      '\\endpipeline\n',
    ].join('\n'),
    sessions: 1,
    each: BATCH,
  },
}

const findPgbench = (): string | undefined =>
  globSync('/usr/lib/postgresql/*/bin/pgbench').toSorted().at(-1) ??
  ['/usr/bin/pgbench', '/usr/local/bin/pgbench'].find((path) => existsSync(path))

async function prepare(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('CREATE TABLE stock (item integer PRIMARY KEY, free integer NOT NULL) WITH (fillfactor = 50)')
  await client.query('INSERT INTO stock SELECT item, 1000000000 FROM generate_series(1, $1) AS item', [ITEMS])
  await client.query('VACUUM ANALYZE stock')
  await client.end()
}

async function rateOf(pgbench: string, url: string, script: string, sessions: number): Promise<number> {
  const load = ['-n', '-M', 'prepared', '-c', String(sessions), '-j', '2', '-T', String(SECONDS), '-f', script]
  const text = await runToEnd(pgbench, [...load, url])
  const [, rate = ''] = /^tps = ([\d.]+)/m.exec(text) ?? []
  if (!rate) throw new Error(`pgbench said: ${text}`)
  return Number(rate)
}

/** PostgreSQL as it is safe by default, asked by its own bench in C; the best of one by one and in batches counts. */
export async function postgresRows(): Promise<RowGroup> {
  const pgbench = findPgbench()
  const reason = whyNoPostgres() ?? (pgbench ? undefined : 'pgbench is not installed on this machine')
  if (reason || !pgbench) return { rows: [], notes: [`postgres.update: ${reason}`] }
  const server = await startPostgres({ shared_buffers: '256MB', max_wal_size: '4GB' })
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-pgbench-'))
  try {
    await prepare(server.url)
    const rows: OrderRow[] = []
    for (const [id, { text, sessions, each }] of Object.entries(SCRIPTS)) {
      const script = join(folder, `${id}.sql`)
      await writeFile(script, text)
      rows.push({
        id,
        value: Math.round((await rateOf(pgbench, server.url, script, sessions)) * each),
        unit: 'decisions/s',
      })
    }
    const best = Math.max(...rows.map(({ value }) => value))
    return {
      rows: [{ id: 'postgres.update', value: best, unit: 'decisions/s' }, ...rows],
      notes: [
        `postgres.update: pgbench, prepared, fsync and synchronous_commit on, nothing but the UPDATE of one of ${ITEMS} rows; the best of ${SESSIONS} sessions one by one and one session with pipelines of ${BATCH} a transaction`,
      ],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
    await server.stop()
  }
}
