import { readClock } from '@zhanggui/clocks'
import type { MerchantWarnings, MerchantWarningView } from '@zhanggui/contract'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { type StoredClock, withEvents } from '../clock-rows.ts'
import { namesByActor } from '../people-names.ts'
import { clocks, merchantWarnings } from '../schema.ts'
import { WARNING_SUBJECT } from './merchant-warning.ts'

const WARNINGS = 200

type Row = typeof merchantWarnings.$inferSelect

function toView(row: Row, stored: StoredClock, now: Date, names: ReadonlyMap<string, string>): MerchantWarningView {
  const [step] = readClock(stored.clock, now.getTime()).steps
  const nameOf = (actor: string | null) => (actor === null ? null : (names.get(actor) ?? actor))
  return {
    id: row.id,
    kind: row.kind,
    evidence: row.evidence,
    raisedAt: row.raisedAt.toISOString(),
    plan: row.plan,
    planBy: nameOf(row.planBy),
    filedAt: row.filedAt?.toISOString() ?? null,
    filedBy: nameOf(row.filedBy),
    filedReference: row.filedReference,
    clock: stored.row.id,
    dueAt: step?.dueAt ? new Date(step.dueAt).toISOString() : null,
    remainingMs: step?.remainingMs ?? 0,
    late: step?.late ?? false,
  }
}

/** The newest warnings of a shop with what is left of their time. */
export async function readWarnings(context: Context, store: string): Promise<MerchantWarnings> {
  const now = context.clock.now()
  const { db } = context.records
  const rows = await db
    .select({ warning: merchantWarnings, clock: clocks })
    .from(merchantWarnings)
    .innerJoin(
      clocks,
      and(
        eq(clocks.store, merchantWarnings.store),
        eq(clocks.subjectKind, WARNING_SUBJECT),
        eq(clocks.subjectId, merchantWarnings.id),
      ),
    )
    .where(eq(merchantWarnings.store, store))
    .orderBy(desc(merchantWarnings.raisedAt), asc(merchantWarnings.id))
    .limit(WARNINGS)
  const stored = await withEvents(
    db,
    rows.map(({ clock }) => clock),
  )
  const byId = new Map(stored.map((clock) => [clock.row.subjectId, clock]))
  const names = await namesByActor(
    context,
    rows.flatMap(({ warning }) => [warning.planBy, warning.filedBy]),
  )
  const warnings = rows.flatMap(({ warning }) => {
    const clock = byId.get(warning.id)
    return clock ? [toView(warning, clock, now, names)] : []
  })
  return { now: now.toISOString(), warnings }
}
