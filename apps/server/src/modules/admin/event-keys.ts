import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { CreatedEventKey, CreateEventKey, EventKey, KeyScope, Store } from '@zhanggui/contract'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import { auditedTransaction } from './audit.ts'
import { eventKeys, stores } from './schema.ts'
import { toStore } from './stores.ts'

type KeyRow = typeof eventKeys.$inferSelect

/** `lastUsedAt` is written at most this often, so that intake does not write a record for each batch. */
const LAST_USED_STEP_MS = 60_000

const toEventKey = (row: KeyRow): EventKey => ({
  id: row.id,
  name: row.name,
  scope: row.scope,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
})

/** The secret has 256 random bits, so one round of SHA-256 is enough: there is no dictionary to try. */
const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export async function listEventKeys(context: Context, store: string): Promise<EventKey[]> {
  const { db } = context.records
  const rows = await db.select().from(eventKeys).where(eq(eventKeys.store, store)).orderBy(asc(eventKeys.createdAt))
  return rows.map(toEventKey)
}

/** Makes a key `zg_<id>_<secret>`; only its hash is kept, so this answer is the only place it is ever seen. */
export function createEventKey(
  context: Context,
  store: string,
  input: CreateEventKey,
  options: { actor: string },
): Promise<CreatedEventKey> {
  const id = randomUUID()
  const secret = `zg_${id}_${randomBytes(32).toString('base64url')}`
  const { name, scope = 'events:write' } = input
  const row = { id, store, name, scope, secretHash: hashSecret(secret), createdAt: context.clock.now() }
  return auditedTransaction(context, async (tx, record) => {
    const added = { ...row, lastUsedAt: null, revokedAt: null }
    await tx.insert(eventKeys).values(added)
    const after = { name, scope }
    await record({ store, ...options, action: 'create', subject: `event-keys/${id}`, after })
    return { key: toEventKey(added), secret }
  })
}

/** From the next request on the key is refused. Errors: throws `not_found`, also for a key of another shop. */
export function revokeEventKey(
  context: Context,
  store: string,
  id: string,
  options: { actor: string },
): Promise<EventKey> {
  const revokedAt = context.clock.now()
  return auditedTransaction(context, async (tx, record) => {
    const [row] = await tx
      .update(eventKeys)
      .set({ revokedAt })
      .where(and(eq(eventKeys.id, id), eq(eventKeys.store, store), isNull(eventKeys.revokedAt)))
      .returning()
    if (!row) throw new ApiFailure('not_found', { what: `event-keys/${id}` })
    const after = { revokedAt: revokedAt.toISOString() }
    await record({ store, ...options, action: 'revoke', subject: `event-keys/${id}`, after })
    return toEventKey(row)
  })
}

/** A key that opens something, and its shop. */
export type OpenKey = { id: string; scope: KeyScope; store: Store }

/** The key behind a bearer secret, with its shop, in one statement; null when it is unknown, revoked or misspelt. */
export async function findEventKey(context: Context, secret: string): Promise<OpenKey | null> {
  const id = /^zg_([0-9a-f-]{36})_[\w-]{43}$/.exec(secret)?.[1]
  if (!id) return null
  const [row] = await context.records.db
    .select({ key: eventKeys, store: stores })
    .from(eventKeys)
    .innerJoin(stores, eq(stores.id, eventKeys.store))
    .where(eq(eventKeys.id, id))
  if (!row || row.key.revokedAt || !sameHash(row.key.secretHash, hashSecret(secret))) return null
  await noteUse(context, row.key)
  return { id, scope: row.key.scope, store: toStore(row.store) }
}

const sameHash = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b))

async function noteUse(context: Context, row: KeyRow): Promise<void> {
  const now = context.clock.now()
  if (row.lastUsedAt && now.getTime() - row.lastUsedAt.getTime() < LAST_USED_STEP_MS) return
  await context.records.db.update(eventKeys).set({ lastUsedAt: now }).where(eq(eventKeys.id, row.id))
}
