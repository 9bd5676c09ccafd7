import { LoadReport, type LoadReports } from '@zhanggui/contract'
import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { loadReports } from './schema.ts'

const SHOWN = 30

/** Keeps what a load test found; the same report again changes nothing. */
export async function keepLoadReport(
  context: Context,
  { store, actor }: { store: string; actor: string },
  input: LoadReport,
): Promise<LoadReport> {
  const report = parseInput(LoadReport, input)
  const { id, startedAt, isPassed, kneePerSecond } = report
  await auditedTransaction(context, async (tx, record) => {
    const row = { store, id, startedAt: new Date(startedAt), isPassed, report }
    const made = await tx.insert(loadReports).values(row).onConflictDoNothing().returning({ id: loadReports.id })
    if (made.length === 0) return
    await record({ store, actor, action: 'create', subject: `load-reports/${id}`, after: { isPassed, kneePerSecond } })
  })
  return report
}

/** The newest reports of a shop first. */
export async function listLoadReports(context: Context, store: string): Promise<LoadReports> {
  const rows = await context.records.db
    .select({ report: loadReports.report })
    .from(loadReports)
    .where(eq(loadReports.store, store))
    .orderBy(desc(loadReports.startedAt))
    .limit(SHOWN)
  return { reports: rows.map(({ report }) => report) }
}

/** Errors: throws `not_found`. */
export async function readLoadReport(context: Context, store: string, id: string): Promise<LoadReport> {
  const [row] = await context.records.db
    .select({ report: loadReports.report })
    .from(loadReports)
    .where(and(eq(loadReports.store, store), eq(loadReports.id, id)))
  if (!row) throw new ApiFailure('not_found', { what: `load-reports/${id}` })
  return row.report
}
