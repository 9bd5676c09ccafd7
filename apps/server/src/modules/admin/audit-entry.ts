import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** Somebody changed something. `before` and `after` are plain data without personal data of buyers. */
export type AuditChange = {
  /** Shop id; null for the installation itself (users, setup). */
  store: string | null
  /** `user:<id>`, `key:<id>`, `cli` or `system`; the name is looked up when the trail is read. */
  actor: string
  /** What was done, e.g. `create`, `update`, `delete`, `role`, `revoke`. */
  action: string
  /** `resource/id` */
  subject: string
  before?: unknown
  after?: unknown
  reason?: string
}

/** One link of the chain as stored: `before` and `after` are canonical JSON text. */
export type StoredEntry = {
  sequence: number
  at: Date
  store: string | null
  actor: string
  action: string
  subject: string
  before: string
  after: string
  reason: string
  previousHash: string
  hash: string
}

/** What the first entry names as the one before. */
export const GENESIS_HASH = '0'.repeat(64)

/** SHA-256 (hex) over the canonical JSON of every field but the hash itself, the previous hash included. */
export function hashEntry(entry: Omit<StoredEntry, 'hash'>): string {
  const { sequence, at, store, actor, action, subject, before, after, reason, previousHash } = entry
  const text = canonicalJson({ sequence, at, store, actor, action, subject, before, after, reason, previousHash })
  return createHash('sha256').update(text).digest('hex')
}

/** The entry that follows `previous` (null for the first). */
export function linkEntry(
  previous: Pick<StoredEntry, 'sequence' | 'hash'> | null,
  change: AuditChange,
  at: Date,
): StoredEntry {
  const unhashed = {
    sequence: (previous?.sequence ?? 0) + 1,
    at,
    store: change.store,
    actor: change.actor,
    action: change.action,
    subject: change.subject,
    before: canonicalJson(change.before),
    after: canonicalJson(change.after),
    reason: change.reason ?? '',
    previousHash: previous?.hash ?? GENESIS_HASH,
  }
  return { ...unhashed, hash: hashEntry(unhashed) }
}
