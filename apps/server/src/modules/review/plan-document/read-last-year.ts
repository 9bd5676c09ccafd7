import type { QueryResult, Store } from '@zhanggui/contract'
import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { CourseFigure, LastYear } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'

/** What the first page of a plan says of the year before it. */
const FIGURES = ['paid', 'orders', 'buyers', 'aov', 'refundRate', 'uv', 'cvr', 'newBuyers'] as const
const CATEGORIES = 15

type Span = { from: BusinessDay; to: BusinessDay }

const numberOf = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null)
const yearBefore = (day: BusinessDay): BusinessDay => {
  const earlier = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return parseDay(earlier.endsWith('-02-29') ? earlier.replace('-29', '-28') : earlier)
}
const later = (a: BusinessDay, b: BusinessDay): BusinessDay => (a > b ? a : b)
const earlier = (a: BusinessDay, b: BusinessDay): BusinessDay => (a < b ? a : b)

const courseOf = (now: QueryResult, then: QueryResult | null, keyOf: (row: QueryResult['rows'][number]) => string) => {
  const before = new Map(then?.rows.map((row) => [keyOf(row), numberOf(row.paid)]))
  return now.rows.map((row) => ({ row, paid: numberOf(row.paid), before: before.get(keyOf(row)) ?? null }))
}

/**
 * The calendar year before `year` as far as the data goes, against the same days a year earlier: ten months are compared
 * with ten months. Shape: null when the shop has no data in it.
 */
export async function readLastYear(
  context: Context,
  store: Store,
  { year, asker }: { year: number; asker: Asker | undefined },
): Promise<LastYear | null> {
  const calendar: Span = { from: parseDay(`${year - 1}-01-01`), to: parseDay(`${year}-01-01`) }
  const { range: known } = await runQuery(context, store, { metrics: ['paid'] }, asker)
  if (!known) return null
  const span: Span = { from: later(parseDay(known.from), calendar.from), to: earlier(parseDay(known.to), calendar.to) }
  if (span.from >= span.to) return null
  const before: Span = { from: yearBefore(span.from), to: yearBefore(span.to) }
  const compared = known.from <= before.from
  const ask = (request: { metrics: string[]; by?: string[]; fillGaps?: boolean }, { from, to }: Span) =>
    runQuery(context, store, { ...request, from, to }, asker)
  const both = async (request: { metrics: string[]; by?: string[] }): Promise<[QueryResult, QueryResult | null]> => [
    await ask(request, span),
    compared ? await ask(request, before) : null,
  ]
  const [totals, totalsBefore] = await both({ metrics: [...FIGURES] })
  const [months, monthsBefore] = await both({ metrics: ['paid'], by: ['month'] })
  const [categories, categoriesBefore] = await both({ metrics: ['paid'], by: ['category'] })
  const monthly = courseOf(months, monthsBefore, (row) => String(row.month).slice(5))
  const byCategory = courseOf(categories, categoriesBefore, (row) => String(row.category ?? ''))
  const figureOf = (
    key: string,
    { paid, before: then }: { paid: number | null; before: number | null },
  ): CourseFigure => ({
    key,
    paid,
    before: then,
  })
  return {
    year: year - 1,
    ...span,
    whole: span.from === calendar.from && span.to === calendar.to,
    compared,
    figures: FIGURES.map((metric) => ({
      metric,
      value: numberOf(totals.totals[metric]),
      before: numberOf(totalsBefore?.totals[metric]),
    })),
    months: monthly.map((one) => figureOf(String(one.row.month), one)),
    categories: byCategory
      .filter(({ paid }) => paid !== null && paid !== 0)
      .map((one) => figureOf(String(one.row.category ?? ''), one))
      .toSorted((a, b) => (b.paid ?? 0) - (a.paid ?? 0))
      .slice(0, CATEGORIES),
  }
}
