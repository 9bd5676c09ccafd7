import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { resources } from '../schema.ts'
import type { Resource } from './define-resource.ts'
import type { StoredRow } from './resource-rows.ts'

/**
 * Every living row of a resource that is not personal, whole, for the server's own use: nobody's role is asked. What of it is
 * shown to a caller is for the route to decide. Inside a transaction `db` is that transaction. Shape: in the order of creation.
 */
export function readAllRows(
  context: Context,
  resource: Resource,
  store: string,
  db: RecordDb | RecordTx = context.records.db,
): Promise<StoredRow[]> {
  return db
    .select()
    .from(resources)
    .where(and(eq(resources.store, store), eq(resources.resource, resource.id), isNull(resources.deletedAt)))
    .orderBy(asc(resources.createdAt), asc(resources.id))
}
