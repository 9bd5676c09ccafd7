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

async function append(context: Context, tx: RecordTx, change: AuditChange): Promise<StoredEntry> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`)
  const entry = linkEntry(await lastEntry(tx), change, context.clock.now())
  await tx.insert(auditEntries).values(entry)
  return entry
}

/** Appends one entry to the trail inside the transaction it was made for. */
export type RecordChange = (change: AuditChange) => Promise<StoredEntry>

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
    work(tx, async (change) => {
      newest = await append(context, tx, change)
      return newest
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
export function audit(context: Context, change: AuditChange): Promise<StoredEntry> {
  return auditedTransaction(context, (_tx, record) => record(change))
}
