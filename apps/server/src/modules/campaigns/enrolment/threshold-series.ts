import type { Threshold, ThresholdDay } from '@zhanggui/campaigns'
import type { Store } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { runQuery } from '../../insight/run-query.ts'

/** Ratios of the catalogue whose two parts are metrics of it too: their days add up. */
const PARTS: Readonly<Record<string, readonly [over: string, under: string]>> = {
  refundRate: ['refunded', 'paid'],
  ctr: ['clicks', 'impressions'],
  roi: ['attributedPaid', 'spend'],
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** A ratio of parts that add up, day by day over its window. */
async function partsByDay(
  context: Context,
  store: Store,
  given: { parts: readonly [string, string]; range: { from: BusinessDay; to: BusinessDay } },
): Promise<ThresholdDay[]> {
  const [over, under] = given.parts
  const { rows } = await runQuery(context, store, { metrics: [over, under], by: ['day'], ...given.range })
  return rows.map((row) => ({
    day: String(row.day),
    numerator: numberOf(row[over]),
    denominator: numberOf(row[under]),
  }))
}

/** Any other figure, asked for its whole window at once: averages of days would be another figure. It is taken to go on as it is. */
async function wholeWindow(
  context: Context,
  store: Store,
  given: { metric: string; range: { from: BusinessDay; to: BusinessDay } },
): Promise<ThresholdDay[]> {
  const { rows } = await runQuery(context, store, { metrics: [given.metric], ...given.range })
  const value = rows[0]?.[given.metric]
  return typeof value === 'number' ? [{ day: given.range.from, numerator: value, denominator: 1 }] : []
}

/** The days that a threshold is measured over, up to and with yesterday; nothing for figures entered by hand. */
export function readThresholdSeries(
  context: Context,
  store: Store,
  { threshold, today }: { threshold: Threshold; today: BusinessDay },
): Promise<ThresholdDay[]> {
  const { metric, windowDays, entered } = threshold
  if (entered !== null) return Promise.resolve([])
  const range = { from: addDays(today, -windowDays), to: today }
  const parts = PARTS[metric]
  return parts ? partsByDay(context, store, { parts, range }) : wholeWindow(context, store, { metric, range })
}
