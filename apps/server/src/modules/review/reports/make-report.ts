import type { Store } from '@zhanggui/contract'
import { assert, type BusinessDay } from '@zhanggui/kernel'
import {
  buildReport,
  checkDocument,
  findReport,
  type Language,
  REPORT_LIBRARY,
  type ReportDocument,
  type ReportKind,
  type ReportPeriod,
  reportAsks,
  reportNeeds,
} from '@zhanggui/report'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { asOneReading } from '../../insight/answer-cache.ts'
import { metricDictionary } from '../../insight/metric-dictionary.ts'
import type { Asker } from '../../insight/run-query.ts'
import { gatherReportFacts } from './facts/gather-report-facts.ts'
import { findPeriod } from './report-period.ts'
import { runAsks } from './run-asks.ts'

/** Which report, of which period, in which language; without an asker everything is shown. */
export type ReportAsked = { report: string; period: string; language: Language; asker?: Asker | undefined }

export type MadeReport = {
  kind: ReportKind
  period: ReportPeriod
  document: ReportDocument
  dataUntil: BusinessDay | null
}

/** Errors: throws `unknown_report`. */
export function requireReport(id: string): ReportKind {
  const kind = findReport(id)
  if (kind) return kind
  throw new ApiFailure('unknown_report', { report: id, known: REPORT_LIBRARY.map((one) => one.id).join(', ') })
}

function names() {
  const { metrics, dimensions } = metricDictionary()
  return {
    metrics: new Map(metrics.map((metric) => [metric.id, metric])),
    dimensions: new Map(
      dimensions.map(({ id, nameZh, nameEn, values = [] }) => [
        id,
        {
          nameZh,
          nameEn,
          values: new Map(values.map((v): [string, [string, string]] => [v.id, [v.nameZh, v.nameEn]])),
        },
      ]),
    ),
  }
}

/**
 * A report from the shop's data as it stands. Errors: throws `unknown_report`, `unknown_report_period`, `not_found` (a campaign).
 * A document that the check of documents would refuse is a bug and throws.
 */
export async function makeReport(context: Context, store: Store, asked: ReportAsked): Promise<MadeReport> {
  const { language, asker } = asked
  const kind = requireReport(asked.report)
  const { period, dataUntil } = await findPeriod(context, store, kind, asked.period)
  const reading = asOneReading(context)
  const gathering = { context: reading, store, period, language, asker }
  const [answers, facts] = await Promise.all([
    runAsks(reading, store, reportAsks(kind, period), asker),
    gatherReportFacts(gathering, reportNeeds(kind)),
  ])
  const { currency, name: storeName } = store
  const document = buildReport(kind, { ...names(), currency, storeName, language, period, answers, facts, dataUntil })
  const faults = checkDocument(document)
  assert(faults.length === 0, `a report stands up to its check: ${JSON.stringify(faults.slice(0, 3))}`)
  return { kind, period, document, dataUntil }
}
