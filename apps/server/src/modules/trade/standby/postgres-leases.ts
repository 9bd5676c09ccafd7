import type { Result } from '@zhanggui/kernel'
import type { Lease, LeaseRefusal } from '@zhanggui/orders'
import pg from 'pg'
import type { LeaseStep, LeaseStore } from './lease-store.ts'

/** Any fixed number, not used by another lock: changes of one shop's lease take turns, also before there is a row. */
const LEASE_LOCK = 7_230_489

type Row = {
  epoch: number
  leader: string
  place: string
  secret: string
  follower: string | null
  until_ms: string
}

const READ = `SELECT epoch, leader, place, secret, follower, (extract(epoch FROM until) * 1000)::bigint AS until_ms
  FROM trade_leases WHERE store = $1`
const NOW = 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now_ms'
const WRITE = `INSERT INTO trade_leases (store, epoch, leader, place, secret, follower, until)
  VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7::bigint / 1000.0))
  ON CONFLICT (store) DO UPDATE SET epoch = excluded.epoch, leader = excluded.leader, place = excluded.place,
    secret = excluded.secret, follower = excluded.follower, until = excluded.until`
const NOTE = `INSERT INTO trade_switches (store, epoch, site, came_from, waited_ms, at)
  VALUES ($1, $2, $3, $4, $5, clock_timestamp())`

const leaseOf = (row: Row | undefined): Lease | undefined =>
  row && {
    epoch: row.epoch,
    leader: row.leader,
    place: row.place,
    secret: row.secret,
    follower: row.follower,
    until: Number(row.until_ms),
  }

async function readIn(client: pg.Client, store: string): Promise<{ lease: Lease | undefined; now: number }> {
  const lease = leaseOf((await client.query<Row>(READ, [store])).rows[0])
  const { rows } = await client.query<{ now_ms: string }>(NOW)
  return { lease, now: Number(rows[0]?.now_ms) }
}

/** A change of the leader is kept for good: who, from whom, and how long after the lease had run out. */
async function write(client: pg.Client, store: string, { before, now, lease }: Written): Promise<void> {
  const { epoch, leader, place, secret, follower, until } = lease
  await client.query(WRITE, [store, epoch, leader, place, secret, follower, Math.round(until)])
  if (before?.epoch === epoch) return
  await client.query(NOTE, [
    store,
    epoch,
    leader,
    before?.leader ?? null,
    before ? Math.max(0, now - before.until) : null,
  ])
}

type Written = { before: Lease | undefined; now: number; lease: Lease }

async function changeIn(client: pg.Client, store: string, step: LeaseStep): Promise<Result<Lease, LeaseRefusal>> {
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [LEASE_LOCK, store])
    const { lease: before, now } = await readIn(client, store)
    const changed = step(before, now)
    if (changed.ok) await write(client, store, { before, now, lease: changed.value })
    await client.query('COMMIT')
    return changed
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw cause
  }
}

/**
 * The lease of a shop in the shared PostgreSQL, over a connection of its own: a pool that is busy with pages must not cost the lead.
 * `answerMs`: how long an answer is waited for.
 */
export function postgresLeases(
  databaseUrl: string,
  { store, answerMs }: { store: string; answerMs: number },
): LeaseStore {
  let open: Promise<pg.Client> | undefined
  // One thing at a time: statements of two changes on one connection would mix.
  let last: Promise<unknown> = Promise.resolve()
  const forget = (client: pg.Client): void => {
    open = undefined
    // Not waited for: the server that does not answer does not take leave either.
    client.end().catch(() => undefined)
  }
  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: answerMs,
      query_timeout: answerMs,
    })
    client.on('error', () => forget(client))
    await client.connect()
    return client
  }
  async function run<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    open ??= connect()
    const client = await open.catch((cause: unknown) => {
      open = undefined
      throw cause
    })
    return work(client).catch((cause: unknown) => {
      forget(client)
      throw cause
    })
  }
  const inTurn = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const turn = last.then(() => run(work))
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    read: () => inTurn((client) => readIn(client, store)),
    change: (step) => inTurn((client) => changeIn(client, store, step)),
    async close() {
      await last
      await (await open?.catch(() => undefined))?.end()
    },
  }
}
