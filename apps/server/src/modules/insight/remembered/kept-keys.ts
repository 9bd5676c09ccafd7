import type { Context } from '../../../context.ts'
import type { SqlParams } from '../../../storage/facts/fact-store.ts'
import { dropScratchTables, SCRATCH_PREFIX } from '../../../storage/facts/scratch-tables.ts'
import type { EventPart } from './event-parts.ts'
import { isUnchanged, type Stand } from './stand.ts'

/** Rows kept altogether: a few bytes each on disk, and a year of a large shop's visitors is some sixteen million. */
const MAX_ROWS = 64_000_000

/** A table of one process: written once, read often, never merged, not worth waiting for the disk. */
const TABLE = 'ENGINE = MergeTree ORDER BY tuple() SETTINGS max_bytes_to_merge_at_max_space_in_pool = 1'

type Kept = { stand: Stand; table: Promise<string>; rows: number; users: number }
type Shelf = Map<string, Kept>

const shelves = new WeakMap<Context['facts'], Shelf>()

/** Kept tables are numbered through the process: two memories of one store never share a name. */
let tables = 0

function shelfOf({ facts }: Context): Shelf {
  const shelf = shelves.get(facts) ?? new Map<string, Kept>()
  shelves.set(facts, shelf)
  return shelf
}

async function drop(context: Context, shelf: Shelf, key: string, kept: Kept): Promise<void> {
  shelf.delete(key)
  const table = await kept.table.catch(() => null)
  if (table) await context.facts.command(`DROP TABLE IF EXISTS ${table}`)
}

/** The longest unused go first; what a query reads just now stays. */
async function makeRoom(context: Context, shelf: Shelf): Promise<void> {
  let rows = [...shelf.values()].reduce((sum, kept) => sum + kept.rows, 0)
  for (const [key, kept] of [...shelf]) {
    if (rows <= MAX_ROWS) return
    if (kept.users > 0) continue
    rows -= kept.rows
    await drop(context, shelf, key, kept)
  }
}

export type KeysOf = { key: string; stand: Stand; parts: readonly EventPart[]; sql: string; params: SqlParams }

async function write(context: Context, kept: Kept, { sql, params }: KeysOf): Promise<string> {
  const table = `${SCRATCH_PREFIX}${++tables}`
  await context.facts.command(`CREATE TABLE ${table} ${TABLE} AS\n${sql}`, params)
  const [row] = await context.facts.query<{ rows: number }>(`SELECT count() AS rows FROM ${table}`)
  kept.rows = row?.rows ?? 0
  return table
}

async function findOrWrite(context: Context, shelf: Shelf, of: KeysOf): Promise<Kept> {
  const known = shelf.get(of.key)
  if (known && isUnchanged(known.stand, of.parts)) {
    shelf.delete(of.key)
    shelf.set(of.key, known)
    return known
  }
  if (known && known.users === 0) await drop(context, shelf, of.key, known)
  const kept: Kept = { stand: of.stand, table: Promise.resolve(''), rows: 0, users: 0 }
  kept.table = write(context, kept, of)
  shelf.set(of.key, kept)
  kept.table.catch(() => shelf.delete(of.key))
  return kept
}

/**
 * Hands over the names of tables that hold whom each stretch of days held, written where one is missing or its events have
 * changed. They stay while `read` runs.
 */
export async function withKeptKeys<T>(
  context: Context,
  stretches: readonly KeysOf[],
  read: (tables: string[]) => Promise<T>,
): Promise<T> {
  const shelf = shelfOf(context)
  const used: Kept[] = []
  try {
    for (const of of stretches) {
      const kept = await findOrWrite(context, shelf, of)
      kept.users++
      used.push(kept)
    }
    return await read(await Promise.all(used.map((kept) => kept.table)))
  } finally {
    for (const kept of used) kept.users--
    await makeRoom(context, shelf)
  }
}

/** Takes away all that is kept, also of earlier processes: it holds the keyed hashes of visitors. */
export async function forgetKeptKeys(context: Context): Promise<void> {
  const shelf = shelfOf(context)
  for (const [key, kept] of [...shelf]) await drop(context, shelf, key, kept)
  await dropScratchTables(context.facts)
}
