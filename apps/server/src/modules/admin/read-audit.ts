import type { AuditEntry, AuditPage } from '@zhanggui/contract'
import { and, count, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { auditEntries, eventKeys, users } from './schema.ts'

type Row = typeof auditEntries.$inferSelect

export type AuditFilter = {
  /** Null: entries of the installation itself. */
  store: string | null
  subject?: string | undefined
  actor?: string | undefined
  action?: string | undefined
}

/** Names of the people and keys behind `user:<id>` and `key:<id>`; somebody who was forgotten keeps the bare id. */
export async function namesOfActors(context: Context, actors: readonly string[]): Promise<Map<string, string>> {
  const ids = (kind: string): string[] =>
    [...new Set(actors)].filter((a) => a.startsWith(`${kind}:`)).map((a) => a.slice(kind.length + 1))
  const { db } = context.records
  const people = await db
    .select()
    .from(users)
    .where(inArray(users.id, ids('user')))
  const keys = await db
    .select()
    .from(eventKeys)
    .where(inArray(eventKeys.id, ids('key')))
  return new Map([
    ...people.map((row) => [`user:${row.id}`, `${row.name} <${row.email}>`] as const),
    ...keys.map((row) => [`key:${row.id}`, row.name] as const),
  ])
}

/** The person whom a subject is about, as an actor is written; null for anything else. */
const personIn = (subject: string): string | null => {
  const id = /^(?:members|users)\/(.+)$/.exec(subject)?.[1]
  return id === undefined ? null : `user:${id}`
}

const toEntry = (row: Row, names: Map<string, string>): AuditEntry => ({
  sequence: row.sequence,
  at: row.at.toISOString(),
  actor: names.get(row.actor) ?? row.actor,
  action: row.action,
  subject: row.subject,
  subjectName: names.get(personIn(row.subject) ?? '') ?? null,
  before: JSON.parse(row.before),
  after: JSON.parse(row.after),
  reason: row.reason,
  hash: row.hash,
  previousHash: row.previousHash,
})

function toCondition({ store, subject, actor, action }: AuditFilter): SQL | undefined {
  return and(
    store === null ? isNull(auditEntries.store) : eq(auditEntries.store, store),
    subject === undefined ? undefined : eq(auditEntries.subject, subject),
    actor === undefined ? undefined : eq(auditEntries.actor, actor),
    action === undefined ? undefined : eq(auditEntries.action, action),
  )
}

/** The trail of a shop, newest first. */
export async function readAudit(
  context: Context,
  filter: AuditFilter,
  page: { offset: number; limit: number },
): Promise<AuditPage> {
  const { db } = context.records
  const where = toCondition(filter)
  const { sequence } = auditEntries
  const rows = await db
    .select()
    .from(auditEntries)
    .where(where)
    .orderBy(desc(sequence))
    .limit(page.limit)
    .offset(page.offset)
  const [counted] = await db.select({ total: count() }).from(auditEntries).where(where)
  const names = await namesOfActors(
    context,
    rows.flatMap((row) => [row.actor, personIn(row.subject) ?? row.actor]),
  )
  return { entries: rows.map((row) => toEntry(row, names)), total: counted?.total ?? 0 }
}
