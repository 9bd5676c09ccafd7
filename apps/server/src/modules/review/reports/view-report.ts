import type { PlanDocument, ReportView, Store } from '@zhanggui/contract'
import type { Language, ReportDocument } from '@zhanggui/report'
import type { Context } from '../../../context.ts'
import type { Asker } from '../../insight/run-query.ts'
import { listEditions, readEdition } from './editions/read-editions.ts'
import { readPlanOfYear } from './facts/gathering.ts'
import { makeReport, requireReport } from './make-report.ts'
import { readNotes } from './notes/read-notes.ts'
import { findPeriod } from './report-period.ts'

type Asked = {
  report: string
  period: string
  language: Language
  edition?: number | undefined
  asker?: Asker | undefined
}

/** The document as it stands now, or as it was kept. Errors: as `makeReport`; `not_found` for an edition. */
export async function reportDocument(context: Context, store: Store, asked: Asked): Promise<ReportDocument> {
  if (asked.edition === undefined) return (await makeReport(context, store, asked)).document
  const { period } = await findPeriod(context, store, requireReport(asked.report), asked.period)
  const key = { store: store.id, report: asked.report, period: period.key }
  return (await readEdition(context, key, asked.edition)).document as ReportDocument
}

/** A report to read, with its editions and what was said of it. */
export async function viewReport(context: Context, store: Store, asked: Asked): Promise<ReportView> {
  const { period } = await findPeriod(context, store, requireReport(asked.report), asked.period)
  const document = await reportDocument(context, store, asked)
  const key = { store: store.id, report: asked.report, period: period.key }
  return {
    report: asked.report,
    period: period.key,
    plan: (await readPlanOfYear(context, store.id, Number(period.from.slice(0, 4))))?.id ?? null,
    from: period.from,
    to: period.to,
    document: document as PlanDocument,
    editions: await listEditions(context, key),
    edition: asked.edition ?? null,
    notes: await readNotes(context, key),
  }
}
