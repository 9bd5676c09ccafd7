import type { PlanDocument, Store } from '@zhanggui/contract'
import { and, eq, max } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import { runQuery } from '../../../insight/run-query.ts'
import { makeReport, type ReportAsked } from '../make-report.ts'
import { type EditionDay, type EditionRow, reportEditions } from '../schema.ts'

/** The days that the edition speaks of, each with its paid amount as it stood then. */
async function daysOf(context: Context, store: Store, days: { from: string; to: string }): Promise<EditionDay[]> {
  const { rows } = await runQuery(context, store, { metrics: ['paid'], by: ['day'], ...days })
  return rows.flatMap((row) => (typeof row.paid === 'number' ? [{ day: String(row.day), paidCents: row.paid }] : []))
}

/**
 * Keeps a report as it stands now under the next number. Errors: as `makeReport`.
 * Shape: the edition; what it says never changes, whatever is imported later.
 */
export async function keepEdition(
  context: Context,
  store: Store,
  { actor, ...asked }: ReportAsked & { actor: string },
): Promise<EditionRow> {
  const { document, period } = await makeReport(context, store, asked)
  const days = await daysOf(context, store, period)
  const key = { store: store.id, report: asked.report, period: period.key }
  const own = and(
    eq(reportEditions.store, key.store),
    eq(reportEditions.report, key.report),
    eq(reportEditions.period, key.period),
  )
  return auditedTransaction(context, async (tx, record) => {
    const [last] = await tx
      .select({ number: max(reportEditions.number) })
      .from(reportEditions)
      .where(own)
    const number = (last?.number ?? 0) + 1
    const row: EditionRow = {
      ...key,
      number,
      language: asked.language,
      document: document as PlanDocument,
      days,
      madeBy: actor,
      madeAt: context.clock.now(),
    }
    await tx.insert(reportEditions).values(row)
    const subject = `reports/${key.report}/${key.period}/editions/${number}`
    await record({
      store: store.id,
      actor,
      action: 'create',
      subject,
      after: { language: asked.language, days: days.length },
    })
    return row
  })
}
