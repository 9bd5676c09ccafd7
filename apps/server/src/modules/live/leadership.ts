import pg from 'pg'
import type { Context } from '../../context.ts'

/** Any fixed number, not used by another lock: the server process that holds it runs the jobs of the clock. */
const TICKER_LOCK = 7_230_470

/** Which of the server processes that share the records runs the jobs. */
export type Leadership = {
  /** True when this process leads; it tries to, when nobody does. */
  isLeader(): Promise<boolean>
  close(): Promise<void>
}

/** A leader that cannot reach the records for this long does not lead: its lock may be another's by then. */
const ANSWER_MS = 5000
const LIMITS = { keepAlive: true, connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS }

/** PGlite belongs to one process, which has no rival. */
const ALONE: Leadership = { isLeader: async () => true, close: async () => {} }

/**
 * The lock belongs to a connection: when the process or its connection dies, PostgreSQL lets the lock go and another process
 * leads from its next second on. The connection is the ticker's own, because a pool hands out any of its connections.
 */
function amongProcesses(databaseUrl: string, { log }: Pick<Context, 'log'>): Leadership {
  let client: pg.Client | null = null
  let leads = false
  function forget(lost: pg.Client): void {
    if (client !== lost) return
    client = null
    leads = false
  }
  async function connect(): Promise<pg.Client> {
    if (client) return client
    const fresh = new pg.Client({ connectionString: databaseUrl, ...LIMITS })
    fresh.on('error', (cause) => log.warn({ code: cause.name }, 'ticker: connection lost'))
    fresh.on('end', () => forget(fresh))
    await fresh.connect()
    client = fresh
    return fresh
  }
  return {
    async isLeader() {
      const connection = await connect()
      try {
        // A lock of the session counts how often it was taken, so it is taken once only.
        if (leads) await connection.query('SELECT 1')
        else leads = await takeLock(connection)
        return leads
      } catch (cause) {
        forget(connection)
        // Not waited for: the server that does not answer does not take leave either.
        connection.end().catch(() => {})
        throw cause
      }
    },
    async close() {
      const last = client
      if (last) forget(last)
      await last?.end()
    },
  }
}

async function takeLock(connection: pg.Client): Promise<boolean> {
  const { rows } = await connection.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [TICKER_LOCK])
  return rows[0]?.taken === true
}

/** Leadership among the processes that share `context.records`. */
export const openLeadership = (context: Pick<Context, 'settings' | 'log'>): Leadership =>
  context.settings.databaseUrl ? amongProcesses(context.settings.databaseUrl, context) : ALONE
