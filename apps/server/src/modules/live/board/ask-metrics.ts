import type { DayRange } from '@zhanggui/calendar'
import { assert, parseDay } from '@zhanggui/kernel'
import { type AnswerRow, answerQuery, type Coverage, planQuery } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { gatherFacts } from '../../insight/gather-facts.ts'
import type { Subject } from './subject.ts'

export type Asked = {
  metrics: readonly string[]
  by?: readonly string[]
  filters?: readonly { dimension: string; op: 'in'; values: readonly string[] }[]
  range: DayRange
  /** Time of day at which the last day ends; null: with the day. */
  until?: string | null
}

/**
 * Metrics of the catalogue for a live screen: the same statements as everywhere, without asking first how far the shop's data
 * goes, because it is known to go on this moment.
 */
export async function askMetrics(
  context: Context,
  { store, channels, occasions }: Subject,
  { metrics, by = [], filters = [], range, until = null }: Asked,
): Promise<{ rows: AnswerRow[]; totals: AnswerRow }> {
  const planned = planQuery({ metrics, by, filters, occasions })
  assert(planned.ok, 'a live screen asks for metrics that exist')
  const plan = planned.value
  const whole: Coverage = { first: range.from, last: parseDay(range.to), latestAt: null }
  const coverage = new Map(['paidLines', ...plan.groups.map((g) => g.source.id)].map((id) => [id, whole]))
  const question = { plan, range, coverage, until, parts: by.length > 0 ? ('rows' as const) : ('all' as const) }
  const facts = await gatherFacts(context, { store: store.id, zone: store.timezone, channels }, question)
  return answerQuery(plan, { facts, compare: null, fillGaps: false, order: undefined, limit: 300_000 })
}
