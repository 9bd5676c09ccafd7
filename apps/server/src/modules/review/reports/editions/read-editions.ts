import type { ReportEdition } from '@zhanggui/contract'
import type { ReportDocument } from '@zhanggui/report'
import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { namesOfActors } from '../../../admin/read-audit.ts'
import type { ReportKey } from '../notes/read-notes.ts'
import { type EditionRow, reportEditions } from '../schema.ts'

const ofReport = ({ store, report, period }: ReportKey) =>
  and(eq(reportEditions.store, store), eq(reportEditions.report, report), eq(reportEditions.period, period))

/** The kept editions of a report, newest first, without their text. */
export async function listEditions(context: Context, key: ReportKey): Promise<ReportEdition[]> {
  const { number, language, madeBy, madeAt } = reportEditions
  const rows = await context.records.db
    .select({ number, language, madeBy, madeAt })
    .from(reportEditions)
    .where(ofReport(key))
    .orderBy(desc(number))
  const names = await namesOfActors(
    context,
    rows.map((row) => row.madeBy),
  )
  return rows.map((row) => ({
    number: row.number,
    language: row.language,
    madeBy: names.get(row.madeBy) ?? row.madeBy,
    madeAt: row.madeAt.toISOString(),
  }))
}

/** Errors: throws `not_found`. */
export async function readEdition(context: Context, key: ReportKey, number: number): Promise<EditionRow> {
  const [row] = await context.records.db
    .select()
    .from(reportEditions)
    .where(and(ofReport(key), eq(reportEditions.number, number)))
  if (!row) throw new ApiFailure('not_found', { what: `reports/${key.report}/${key.period}/editions/${number}` })
  return row
}

/** The newest edition of each period of a report. */
export async function latestEditions(
  context: Context,
  store: string,
  report: string,
): Promise<Pick<EditionRow, 'period' | 'number' | 'days'>[]> {
  const { period, number, days } = reportEditions
  return context.records.db
    .selectDistinctOn([period], { period, number, days })
    .from(reportEditions)
    .where(and(eq(reportEditions.store, store), eq(reportEditions.report, report)))
    .orderBy(period, desc(number))
}

/** Editions read for the archive: the newest of them, of every report. */
const NEWEST_MAX = 200

/** The newest edition of each report and period, with its text. */
export async function newestEditions(
  context: Context,
  store: string,
): Promise<{ report: string; period: string; document: ReportDocument; madeAt: Date }[]> {
  const { report, period, document, madeAt, number } = reportEditions
  const rows = await context.records.db
    .selectDistinctOn([report, period], { report, period, document, madeAt })
    .from(reportEditions)
    .where(eq(reportEditions.store, store))
    .orderBy(report, period, desc(number))
    .limit(NEWEST_MAX)
  return rows.map((row) => ({ ...row, document: row.document as ReportDocument }))
}
