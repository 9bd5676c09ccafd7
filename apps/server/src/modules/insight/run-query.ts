import type { QueryRequest, QueryResult, Store } from '@zhanggui/contract'
import { parseDay } from '@zhanggui/kernel'
import {
  answerQuery,
  type Coverage,
  compareRange,
  compileGroup,
  partialFigures,
  type QueryPlan,
} from '@zhanggui/metrics'
import type { Context } from '../../context.ts'
import { answerOnce } from './answer-cache.ts'
import { gatherCompared } from './gather-compared.ts'
import { gatherFacts } from './gather-facts.ts'
import { type Asked, type Asker, planQuestion, type Question, unwrap } from './plan-question.ts'
import { queryColumns } from './query-columns.ts'
import { daysOf } from './question-days.ts'
import { coveredRange } from './read-coverage.ts'
import { runningDay } from './running-day.ts'
import { labelsFor } from './value-labels.ts'

export type { Asker }

const freshnessOf = (coverage: Map<string, Coverage | null>, plan: QueryPlan): string | null => {
  const instants = plan.groups.map((g) => coverage.get(g.source.id)?.latestAt ?? null).filter((at) => at !== null)
  return instants.sort().at(-1) ?? null
}

function emptyResult(plan: QueryPlan, asked: Asked, store: Store): QueryResult {
  const columns = queryColumns(plan, asked.compare !== undefined)
  const nothing = Object.fromEntries(columns.filter((c) => c.kind !== 'dimension').map((c) => [c.id, null]))
  return {
    columns,
    rows: plan.by.length === 0 ? [nothing] : [],
    totals: nothing,
    range: null,
    compareRange: null,
    elapsed: null,
    partial: [],
    freshness: null,
    truncated: false,
    currency: store.currency,
  }
}

const explained = (plan: QueryPlan): NonNullable<QueryResult['sql']> =>
  plan.groups.map((group) => ({
    source: group.source.tables.join(', '),
    metrics: group.measures.map((m) => m.id),
    text: compileGroup(plan, group, { whole: false }),
  }))

async function answer(context: Context, store: Store, { asked, plan, channels }: Question): Promise<QueryResult> {
  const { coverage, range } = await daysOf(context, store, { asked, plan })
  if (!range) return emptyResult(plan, asked, store)
  const compared = asked.compare ? unwrap(compareRange(asked.compare, range, plan.grain, plan.occasions)) : null
  const subject = { store: store.id, zone: store.timezone, channels }
  const asking = plan.groups.map((g) => coverage.get(g.source.id) ?? null)
  const running = runningDay(asking, { now: context.clock.now(), timeZone: store.timezone })
  const last = coveredRange(asking)?.last
  const data = { lastDay: last === undefined ? null : parseDay(last), running }
  const [now, then] = await Promise.all([
    gatherFacts(context, subject, { plan, range, coverage }),
    compared && asked.compare
      ? gatherCompared(context, subject, { plan, range, coverage, comparison: asked.compare, compared }, data)
      : null,
  ])
  const { rows, totals, truncated } = answerQuery(plan, {
    facts: now,
    compare: then,
    fillGaps: asked.fillGaps,
    order: asked.order,
    limit: asked.limit,
  })
  const labels = await labelsFor(context, store.id, { by: plan.by, rows, occasions: plan.occasions })
  return {
    columns: queryColumns(plan, then !== null),
    rows,
    totals,
    range,
    compareRange: compared,
    elapsed: then?.elapsed ? { range: then.elapsed.range, compareRange: then.elapsed.compared.range } : null,
    partial: partialFigures(plan, {
      range,
      compare: then && compared && { comparison: then.comparison, range: compared, elapsed: then.elapsed },
      coverage,
      running,
    }),
    freshness: freshnessOf(coverage, plan),
    truncated,
    currency: store.currency,
    ...(labels ? { labels } : {}),
    ...(asked.explain ? { sql: explained(plan) } : {}),
  }
}

/**
 * Metrics of one shop over its business days, cut by time and dimensions, with a comparison.
 * Shape: contract `QueryResult`. Money in minor units, ratios as fractions, `null` where there is no value.
 * Errors: throws `InsightFailure` (bilingual) for a question that the catalogue cannot answer or the asker may not ask, and
 * `invalid_request` for a malformed one.
 * @example await runQuery(context, store, { metrics: ['paid', 'buyers'], by: ['month'], compare: 'yoy' })
 */
export async function runQuery(
  context: Context,
  store: Store,
  request: QueryRequest,
  asker?: Asker,
): Promise<QueryResult> {
  const question = await planQuestion(context, store, request, asker)
  const { asked, channels, own, today } = question
  return answerOnce(context, ['query', store, asked, channels, own, today], () => answer(context, store, question))
}
