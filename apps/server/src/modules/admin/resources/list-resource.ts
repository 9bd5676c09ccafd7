import type { ResourceHistory, ResourcePage, ResourceRow } from '@zhanggui/contract'
import { assert } from '@zhanggui/kernel'
import { spellingsOf } from '@zhanggui/text'
import { and, asc, count, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { namesOfActors, readAudit } from '../read-audit.ts'
import { resources } from '../schema.ts'
import type { Resource, ResourceData } from './define-resource.ts'
import { hideFields, type ResourceCaller, visibleFields } from './resource-access.ts'
import type { FieldDeclaration } from './resource-fields.ts'
import { readRow, type StoredRow, toResourceRow, visibleRows } from './resource-rows.ts'

export type ResourceQuery = {
  q?: string | undefined
  /** `field:value` */
  filters: readonly string[]
  state?: string | undefined
  sort?: string | undefined
  direction: 'asc' | 'desc'
}

const NUMBER_KINDS: readonly FieldDeclaration['kind'][] = ['money', 'integer', 'ratio']

/** Field names come from the declaration, never from the request, yet they are bound all the same. */
const textOf = (name: string): SQL => sql`(${resources.data} ->> ${name}::text)`

function requireField(resource: Resource, caller: ResourceCaller, name: string): FieldDeclaration {
  const found = visibleFields(resource, caller.role).find(([id]) => id === name)
  if (!found) throw new ApiFailure('invalid_request', { where: `${resource.id}: no field "${name}"` })
  return found[1]
}

function searchCondition(resource: Resource, caller: ResourceCaller, q: string): SQL | undefined {
  const patterns = spellingsOf(q).map((text) => `%${text.replace(/[\\%_]/g, (special) => `\\${special}`)}%`)
  const names = visibleFields(resource, caller.role).filter(([, field]) => /text$/i.test(field.kind))
  // What is stored keeps its spelling; width is folded here, the two scripts are both looked for.
  return or(
    ...names.flatMap(([name]) => patterns.map((pattern) => sql`normalize(${textOf(name)}, NFKC) ILIKE ${pattern}`)),
  )
}

function filterCondition(resource: Resource, caller: ResourceCaller, filter: string): SQL {
  const colon = filter.indexOf(':')
  const name = filter.slice(0, Math.max(colon, 0))
  requireField(resource, caller, name)
  return sql`${textOf(name)} = ${filter.slice(colon + 1)}`
}

function toCondition(resource: Resource, caller: ResourceCaller, query: ResourceQuery): SQL | undefined {
  return and(
    visibleRows(resource, caller),
    query.q ? searchCondition(resource, caller, query.q) : undefined,
    query.state === undefined ? undefined : eq(resources.state, query.state),
    ...query.filters.map((filter) => filterCondition(resource, caller, filter)),
  )
}

function sortKey(resource: Resource, caller: ResourceCaller, sort: string | undefined): SQL {
  if (sort === undefined || sort === 'createdAt') return sql`${resources.createdAt}`
  if (sort === 'updatedAt') return sql`${resources.updatedAt}`
  const { kind } = requireField(resource, caller, sort)
  return NUMBER_KINDS.includes(kind) ? sql`${textOf(sort)}::numeric` : textOf(sort)
}

function selectRows(context: Context, resource: Resource, caller: ResourceCaller, query: ResourceQuery) {
  const key = sortKey(resource, caller, query.sort)
  const order = query.direction === 'desc' ? desc(key) : asc(key)
  const where = toCondition(resource, caller, query)
  return context.records.db.select().from(resources).where(where).orderBy(sql`${order} NULLS LAST`, asc(resources.id))
}

/** Rows as pages see them: what the role may not see left out, and people by name. */
export async function presentRows(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  rows: readonly StoredRow[],
): Promise<ResourceRow[]> {
  const names = await namesOfActors(
    context,
    rows.map((row) => row.updatedBy),
  )
  return rows.map((row) => {
    const shown = toResourceRow(resource, caller, row)
    return { ...shown, updatedBy: names.get(shown.updatedBy) ?? shown.updatedBy }
  })
}

/** Errors: throws `not_found`. */
export async function readResource(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  id: string,
): Promise<ResourceRow> {
  const [row] = await presentRows(context, resource, caller, [await readRow(context.records.db, resource, caller, id)])
  assert(row, 'one row in, one row out')
  return row
}

/** Errors: throws `invalid_request` for a filter or order by a field that is not there or not the caller's to see. */
export async function listResource(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  query: ResourceQuery & { offset: number; limit: number },
): Promise<ResourcePage> {
  const rows = await selectRows(context, resource, caller, query).limit(query.limit).offset(query.offset)
  const where = toCondition(resource, caller, query)
  const [counted] = await context.records.db.select({ total: count() }).from(resources).where(where)
  return { rows: await presentRows(context, resource, caller, rows), total: counted?.total ?? 0 }
}

/** Every row that a query finds, for a file. */
export function listAllRows(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  query: ResourceQuery,
): Promise<StoredRow[]> {
  return selectRows(context, resource, caller, query)
}

/** What happened to a row, newest first, without what the caller's role may not see. Errors: throws `not_found`. */
export async function readHistory(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  id: string,
): Promise<ResourceHistory> {
  await readRow(context.records.db, resource, caller, id)
  const filter = { store: caller.store, subject: `${resource.id}/${id}` }
  const { entries } = await readAudit(context, filter, { offset: 0, limit: 500 })
  const hide = (side: unknown): unknown => {
    if (typeof side !== 'object' || side === null || !('data' in side)) return side
    return { ...side, data: hideFields(resource, caller.role, side.data as ResourceData) }
  }
  return {
    entries: entries.map(({ at, actor, action, reason, before, after }) => ({
      at,
      actor,
      action,
      reason,
      before: hide(before),
      after: hide(after),
    })),
  }
}
