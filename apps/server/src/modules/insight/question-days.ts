import type { DayRange } from '@zhanggui/calendar'
import type { QueryRequest, Store } from '@zhanggui/contract'
import { type Coverage, countPeriods, type QueryPlan } from '@zhanggui/metrics'
import type { Context } from '../../context.ts'
import { InsightFailure } from './insight-failure.ts'
import { type Asker, planQuestion, type Question } from './plan-question.ts'
import { readCoverages } from './read-coverage.ts'
import { resolveRange } from './resolve-range.ts'

/** Periods on one axis, e.g. two months of minutes. */
const MAX_PERIODS = 100_000

function checkPeriods(plan: QueryPlan, range: DayRange): void {
  const periods = plan.grain ? countPeriods(plan.grain, range) : 1
  if (periods <= MAX_PERIODS) return
  throw new InsightFailure({
    code: 'too_many_periods',
    message: `按 ${plan.grain} 看有 ${periods} 个时间点，超过 ${MAX_PERIODS}；请缩短日期或用更粗的粒度。`,
    messageEn: `${periods} periods by ${plan.grain} are more than ${MAX_PERIODS}; shorten the range or use a coarser grain.`,
    facts: { periods, limit: MAX_PERIODS },
  })
}

/** The days that a question is about, and from when to when its sources have data; `range` is null as in `resolveRange`. */
export async function daysOf(
  context: Context,
  store: Store,
  { asked, plan }: Pick<Question, 'asked' | 'plan'>,
): Promise<{ coverage: Map<string, Coverage | null>; range: DayRange | null }> {
  const sources = plan.groups.map((g) => g.source)
  const coverage = await readCoverages(context, store.id, sources)
  const range = resolveRange(
    asked,
    sources.map((source) => coverage.get(source.id) ?? null),
  )
  if (range) checkPeriods(plan, range)
  return { coverage, range }
}

/** The days that `runQuery` would answer for, without reading a figure. Errors: as `runQuery`. */
export async function questionDays(
  context: Context,
  store: Store,
  request: QueryRequest,
  asker?: Asker,
): Promise<DayRange | null> {
  return (await daysOf(context, store, await planQuestion(context, store, request, asker))).range
}
