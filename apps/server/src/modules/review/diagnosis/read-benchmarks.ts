import { type BenchmarkGap, type BenchmarkGaps, DiagnosisRange, type Store } from '@zhanggui/contract'
import { findMetric } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { INITIATIVES } from '../../campaigns/effects/initiatives.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { BENCHMARK_CASES, type BenchmarkCase } from './benchmark-cases.ts'
import { BENCHMARKS } from './benchmarks.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A figure as a person writes it: money in yuan, all else as it is. */
const asFigure = (written: unknown, unit: BenchmarkGap['unit']): number =>
  typeof written !== 'number' ? 0 : unit === 'money' ? Math.round(written * 100) : written

function caseOf(id: string, data: Record<string, unknown>): BenchmarkCase {
  const metric = findMetric(textOf(data.metric))
  const unit = metric?.unit ?? 'ratio'
  const basis = data.basis === 'growth' ? 'growth' : 'value'
  const [mechanism, action] = [textOf(data.mechanism), textOf(data.action)]
  return {
    id,
    nameZh: textOf(data.name),
    nameEn: textOf(data.name),
    metric: metric?.id ?? null,
    unit: basis === 'growth' ? 'ratio' : unit,
    basis,
    target: asFigure(data.target, basis === 'growth' ? 'ratio' : unit),
    mechanismZh: mechanism,
    mechanismEn: mechanism,
    actionZh: action,
    actionEn: action,
    source: `${textOf(data.source)}（${textOf(data.sourceDay)}）`,
  }
}

/** The shop's own benchmarks that are in force. */
export async function readOwnCases(context: Context, store: string): Promise<BenchmarkCase[]> {
  const rows = await readAllRows(context, BENCHMARKS, store)
  return rows.filter((row) => row.state === 'current').map((row) => caseOf(row.id, row.data))
}

type Range = { from?: string; to?: string }
type Reader = { context: Context; store: Store; asker: Asker | undefined }

/** The shop's figure for a case: the metric itself, or its change on the same days of last year. */
async function ownFigure({ context, store, asker }: Reader, { metric, basis }: BenchmarkCase, range: Range) {
  const found = metric === null ? undefined : findMetric(metric)
  if (!found || (asker && !asker.may(found.permission))) return null
  const request = { metrics: [found.id], ...range, ...(basis === 'growth' ? { compare: 'yoy' as const } : {}) }
  const { totals } = await runQuery(context, store, request, asker)
  const [now, before] = [totals[found.id], totals[`${found.id}Compare`]]
  if (typeof now !== 'number') return null
  if (basis === 'value') return now
  return typeof before === 'number' && before !== 0 ? now / before - 1 : null
}

/** How the note of an initiative says which gap it was made of. */
export const gapMark = (id: string): string => `标杆 ${id}`

async function readMade(context: Context, store: string): Promise<(id: string) => BenchmarkGap['initiative']> {
  const rows = await readAllRows(context, INITIATIVES, store)
  return (id) => {
    const row = rows.find((r) => textOf(r.data.note).startsWith(gapMark(id)))
    return row ? { id: row.id, name: textOf(row.data.name), state: row.state ?? '' } : null
  }
}

/** Every case beside the shop's own figure, the largest gap first (P1.15). Errors: as `runQuery`. */
export async function readBenchmarks(
  context: Context,
  store: Store,
  query: DiagnosisRange,
  asker?: Asker,
): Promise<BenchmarkGaps> {
  const { from, to } = parseInput(DiagnosisRange, query)
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const reader = { context, store, asker }
  const [own, made, days] = await Promise.all([
    readOwnCases(context, store.id),
    readMade(context, store.id),
    runQuery(context, store, { metrics: ['paid'], ...range }, asker),
  ])
  const all = [
    ...own.map((one) => ({ ...one, origin: 'shop' as const })),
    ...BENCHMARK_CASES.map((one) => ({ ...one, origin: 'library' as const })),
  ]
  const benchmarks: BenchmarkGap[] = []
  for (const one of all) {
    const figure = await ownFigure(reader, one, range)
    benchmarks.push({
      ...one,
      own: figure,
      gap: figure === null ? null : one.target - figure,
      initiative: made(one.id),
    })
  }
  const size = ({ gap, target }: BenchmarkGap): number =>
    gap === null || target === 0 ? -Infinity : gap / Math.abs(target)
  benchmarks.sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1))
  return { range: days.range, currency: store.currency, benchmarks }
}
