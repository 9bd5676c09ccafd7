import { randomUUID } from 'node:crypto'
import type { ResourceRow } from '@zhanggui/contract'
import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { resources } from '../schema.ts'
import { keyTextOf, type Resource, type ResourceData } from './define-resource.ts'
import { hideFields, type ResourceCaller } from './resource-access.ts'

export type StoredRow = typeof resources.$inferSelect

export const toResourceRow = (resource: Resource, caller: ResourceCaller, row: StoredRow): ResourceRow => ({
  id: row.id,
  version: row.version,
  state: row.state,
  data: hideFields(resource, caller.role, row.data),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  updatedBy: row.updatedBy,
  ...(resource.sharedBy ? { mine: row.owner === ownerOf(resource, caller) } : {}),
})

export const ownerOf = (resource: Resource, caller: ResourceCaller): string => (resource.personal ? caller.actor : '')

const rowsOf = (resource: Resource, caller: ResourceCaller, owned: SQL | undefined): SQL | undefined =>
  and(eq(resources.store, caller.store), eq(resources.resource, resource.id), owned, isNull(resources.deletedAt))

const isOwn = (resource: Resource, caller: ResourceCaller): SQL => eq(resources.owner, ownerOf(resource, caller))

/** The living rows that the caller may change. Every write goes through this: shop, resource, owner. */
export const livingRows = (resource: Resource, caller: ResourceCaller): SQL | undefined =>
  rowsOf(resource, caller, isOwn(resource, caller))

/** The living rows that the caller may know of: their own, and what others share. Every read goes through this. */
export function visibleRows(resource: Resource, caller: ResourceCaller): SQL | undefined {
  const { sharedBy } = resource
  const shared = sharedBy === undefined ? undefined : sql`(${resources.data} ->> ${sharedBy}::text) = 'true'`
  return rowsOf(resource, caller, or(isOwn(resource, caller), shared))
}

const notFound = (resource: Resource, id: string): ApiFailure =>
  new ApiFailure('not_found', {
    what: `${resource.id}/${id}`,
    called: { zh: `${resource.nameZh} ${id}`, en: `${resource.nameEn} ${id}` },
  })

/** Errors: throws `not_found`. */
export async function readRow(
  db: RecordDb,
  resource: Resource,
  caller: ResourceCaller,
  id: string,
): Promise<StoredRow> {
  const [row] = await db
    .select()
    .from(resources)
    .where(and(visibleRows(resource, caller), eq(resources.id, id)))
  if (!row) throw notFound(resource, id)
  return row
}

/** Errors: throws `not_found`, and `stale_version` when somebody changed the row since the caller read it. */
export async function lockRow(
  tx: RecordTx,
  resource: Resource,
  caller: ResourceCaller,
  expected: { id: string; version: number },
): Promise<StoredRow> {
  const where = and(livingRows(resource, caller), eq(resources.id, expected.id))
  const [row] = await tx.select().from(resources).where(where).for('update')
  if (!row) throw notFound(resource, expected.id)
  if (row.version !== expected.version) throw new ApiFailure('stale_version', { version: row.version })
  return row
}

/** The living row with the same key; null when the key is free. */
export async function findByKey(
  tx: RecordTx,
  resource: Resource,
  caller: ResourceCaller,
  keyText: string,
): Promise<StoredRow | null> {
  const where = and(livingRows(resource, caller), eq(resources.keyText, keyText))
  const [row] = await tx.select().from(resources).where(where)
  return row ?? null
}

/** A first version, not stored yet. */
export function newRow(resource: Resource, caller: ResourceCaller, data: ResourceData, now: Date): StoredRow {
  return {
    id: randomUUID(),
    store: caller.store,
    resource: resource.id,
    owner: ownerOf(resource, caller),
    keyText: keyTextOf(resource, data),
    state: resource.states[0]?.id ?? null,
    data,
    version: 1,
    createdAt: now,
    updatedAt: now,
    updatedBy: caller.actor,
    deletedAt: null,
  }
}

/** The next version of a row, not stored yet. */
export function nextRow(
  row: StoredRow,
  change: Partial<Pick<StoredRow, 'data' | 'state' | 'keyText' | 'deletedAt'>>,
  by: { actor: string; now: Date },
): StoredRow {
  return { ...row, ...change, version: row.version + 1, updatedAt: by.now, updatedBy: by.actor }
}

export async function storeNext(tx: RecordTx, row: StoredRow): Promise<void> {
  await tx.update(resources).set(row).where(eq(resources.id, row.id))
}
