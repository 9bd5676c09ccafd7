import type { ApprovalPage, ApprovalQuery, ApprovalRequest, ApprovalState, Role } from '@zhanggui/contract'
import { and, count, desc, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { namesOfActors } from '../read-audit.ts'
import { roleAllows } from '../role-permissions.ts'
import { expireApprovals } from './decide-approval.ts'
import { APPROVALS, getApproval } from './registry.ts'
import { type ApprovalRow, approvals } from './schema.ts'

/** Who looks at requests: their shop, their name and their role there. */
export type Reader = { store: string; actor: string; role: Role }

const CHANGES_SHOWN = 50

const mayApprove = (kind: string, role: Role): boolean => roleAllows(role, getApproval(kind).permissions.approve)

/** Requests of the kinds that the reader has to do with, and their own. */
function visibleTo({ store, actor, role }: Reader): SQL | undefined {
  const kinds = APPROVALS.filter(
    ({ permissions }) => roleAllows(role, permissions.ask) || roleAllows(role, permissions.approve),
  ).map(({ id }) => id)
  return and(eq(approvals.store, store), or(inArray(approvals.kind, kinds), eq(approvals.askedBy, actor)))
}

/** A request as the reader may see it. `names` gives people for `user:<id>`. */
export function toRequest(row: ApprovalRow, reader: Reader, names: ReadonlyMap<string, string>): ApprovalRequest {
  const declaration = getApproval(row.kind)
  const { zh, en, changes } = declaration.describe(declaration.payload.parse(row.payload))
  const seen = changes.filter(({ permission }) => permission === undefined || roleAllows(reader.role, permission))
  const waiting = row.state === 'waiting'
  const nameOf = (actor: string): string => names.get(actor) ?? actor
  return {
    id: row.id,
    kind: row.kind,
    nameZh: declaration.nameZh,
    nameEn: declaration.nameEn,
    state: row.state as ApprovalState,
    summaryZh: zh,
    summaryEn: en,
    changes: seen.slice(0, CHANGES_SHOWN).map(({ permission: _, ...change }) => change),
    changeCount: seen.length,
    reason: row.reason,
    askedBy: nameOf(row.askedBy),
    askedAt: row.askedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    decidedBy: row.decidedBy && nameOf(row.decidedBy),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decisionReason: row.decisionReason,
    singlePerson: row.singlePerson,
    mayDecide: waiting && row.askedBy !== reader.actor && mayApprove(row.kind, reader.role),
    mayWithdraw: waiting && row.askedBy === reader.actor,
  }
}

/** Presents rows to one reader, with people by name. */
export async function presentRequests(
  context: Context,
  reader: Reader,
  rows: readonly ApprovalRow[],
): Promise<ApprovalRequest[]> {
  const actors = rows.flatMap(({ askedBy, decidedBy }) => (decidedBy ? [askedBy, decidedBy] : [askedBy]))
  const names = await namesOfActors(context, actors)
  return rows.map((row) => toRequest(row, reader, names))
}

/** The requests that the reader has to do with, newest first. */
export async function listApprovals(context: Context, reader: Reader, query: ApprovalQuery): Promise<ApprovalPage> {
  await expireApprovals(context, reader.store)
  const { db } = context.records
  const visible = visibleTo(reader)
  const where = and(visible, query.state === undefined ? undefined : eq(approvals.state, query.state))
  const rows = await db
    .select()
    .from(approvals)
    .where(where)
    .orderBy(desc(approvals.askedAt), desc(approvals.id))
    .limit(Number(query.limit ?? 50))
    .offset(Number(query.offset ?? 0))
  const [counted] = await db.select({ total: count() }).from(approvals).where(where)
  const waiting = await db
    .select({ kind: approvals.kind, askedBy: approvals.askedBy })
    .from(approvals)
    .where(and(visible, eq(approvals.state, 'waiting')))
  const toDecide = waiting.filter(({ kind, askedBy }) => askedBy !== reader.actor && mayApprove(kind, reader.role))
  return {
    requests: await presentRequests(context, reader, rows),
    total: counted?.total ?? 0,
    toDecide: toDecide.length,
  }
}

/** Errors: throws `not_found`, also for a request that is none of the reader's business. */
export async function readApproval(context: Context, reader: Reader, id: string): Promise<ApprovalRequest> {
  await expireApprovals(context, reader.store)
  const [row] = await context.records.db
    .select()
    .from(approvals)
    .where(and(visibleTo(reader), eq(approvals.id, id)))
  const [request] = row ? await presentRequests(context, reader, [row]) : []
  if (!request) throw new ApiFailure('not_found', { what: `approvals/${id}` })
  return request
}
