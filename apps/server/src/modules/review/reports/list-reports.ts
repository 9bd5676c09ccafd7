import type { ReportFormat, ReportLibrary, Store } from '@zhanggui/contract'
import { REPORT_FORMATS } from '@zhanggui/contract'
import { REPORT_LIBRARY } from '@zhanggui/report'
import { count, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { knownDays } from '../../goals/goals/known-days.ts'
import { recentPeriods } from './recent-periods.ts'
import { findChromium } from './render/find-chromium.ts'
import { reportEditions } from './schema.ts'

/** What this installation can write: PDF needs a browser. */
export const formatsOf = ({ settings }: Context): ReportFormat[] =>
  REPORT_FORMATS.filter((format) => format !== 'pdf' || findChromium(settings.chromiumPath) !== null)

/** Every kind of report with its latest periods and what is due. */
export async function listReports(context: Context, store: Store): Promise<ReportLibrary> {
  const { report, period } = reportEditions
  const kept = await context.records.db
    .select({ report, period, n: count() })
    .from(reportEditions)
    .where(eq(reportEditions.store, store.id))
    .groupBy(report, period)
  const editions = new Map(kept.map((row) => [`${row.report}/${row.period}`, row.n]))
  const days = await knownDays(context, store)
  const kinds: ReportLibrary['kinds'] = []
  for (const kind of REPORT_LIBRARY) {
    const editionsOf = (key: string): number => editions.get(`${kind.id}/${key}`) ?? 0
    const periods = await recentPeriods(context, store, kind, { days, editionsOf })
    const { id, name, lead } = kind
    kinds.push({ id, nameZh: name.zh, nameEn: name.en, leadZh: lead.zh, leadEn: lead.en, period: kind.period, periods })
  }
  return { kinds, formats: formatsOf(context) }
}
