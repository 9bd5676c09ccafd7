import { desc, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import type { RecordTx } from '../../storage/records/record-store.ts'
import { advanceAnchor } from './audit-anchor.ts'
import { type AuditChange, linkEntry, type StoredEntry } from './audit-entry.ts'
import { auditEntries } from './schema.ts'

/** Any fixed number, not used by another lock: writers of the chain take turns, so that it cannot fork. */
const CHAIN_LOCK = 7_230_419

async function lastEntry(tx: RecordTx): Promise<Pick<StoredEntry, 'sequence' | 'hash'> | null> {
  const { sequence, hash } = auditEntries
  const [last] = await tx.select({ sequence, hash }).from(auditEntries).orderBy(desc(sequence)).limit(1)
  return last ?? null
}

/** Rows in one INSERT; a statement carries at most 65,535 values. */
const INSERT_ROWS = 1000

async function append(context: Context, tx: RecordTx, changes: readonly AuditChange[]): Promise<StoredEntry | null> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`)
  const at = context.clock.now()
  const before = await lastEntry(tx)
  const entries: StoredEntry[] = []
  for (const change of changes) entries.push(linkEntry(entries.at(-1) ?? before, change, at))
  for (let i = 0; i < entries.length; i += INSERT_ROWS)
    await tx.insert(auditEntries).values(entries.slice(i, i + INSERT_ROWS))
  return entries.at(-1) ?? null
}

/** Appends entries to the trail inside the transaction they were made for. */
export type RecordChange = (...changes: readonly AuditChange[]) => Promise<void>

/**
 * Runs `work` in one transaction with its audit entries: both are stored or neither is (P16.06).
 * Record a change after the last write that may fail or wait: the chain is locked from there to the commit.
 * @example auditedTransaction(context, async (tx, record) => { await tx.insert(…); await record({ … }) })
 */
export async function auditedTransaction<T>(
  context: Context,
  work: (tx: RecordTx, record: RecordChange) => Promise<T>,
): Promise<T> {
  let newest: StoredEntry | null = null
  const result = await context.records.transaction((tx) =>
    work(tx, async (...changes) => {
      newest = (await append(context, tx, changes)) ?? newest
    }),
  )
  await anchor(context, newest)
  return result
}

/** The entry is committed by now; only then may the anchor claim it. */
async function anchor(context: Context, entry: StoredEntry | null): Promise<void> {
  if (entry) await advanceAnchor(context.settings.home, { count: entry.sequence, hash: entry.hash })
}

/** Writes one entry in a transaction of its own, for changes that live outside the record store (an import, a backup). */
export function audit(context: Context, change: AuditChange): Promise<void> {
  return auditedTransaction(context, (_tx, record) => record(change))
}
