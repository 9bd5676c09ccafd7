import type { DayRange } from '@zhanggui/calendar'
import { type Permission, QueryRequest, type QueryResult, type Store } from '@zhanggui/contract'
import { businessDayOf, parseDay } from '@zhanggui/kernel'
import {
  answerQuery,
  type Coverage,
  compareRange,
  compileGroup,
  countPeriods,
  partialFigures,
  planQuery,
  type QueryPlan,
  type ShopChannel,
} from '@zhanggui/metrics'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { parseInput } from '../../http/parse-input.ts'
import { occasionRulesOf, readCountedOccasions } from '../campaigns/calendar/read-shop-calendar.ts'
import { answerOnce } from './answer-cache.ts'
import { gatherCompared } from './gather-compared.ts'
import { gatherFacts } from './gather-facts.ts'
import { InsightFailure } from './insight-failure.ts'
import { queryColumns } from './query-columns.ts'
import { readChannels } from './read-channels.ts'
import { coveredRange, readCoverages } from './read-coverage.ts'
import { resolveRange } from './resolve-range.ts'
import { runningDay } from './running-day.ts'
import { labelsFor } from './value-labels.ts'

type Asked = z.output<typeof QueryRequest>

/** Periods on one axis, e.g. two months of minutes. */
const MAX_PERIODS = 100_000

/** What the asker may see; without it (the shell, a job of the shop itself) everything. */
export type Asker = { may(permission: Permission): boolean }

function unwrap<T>(
  result: { ok: true; value: T } | { ok: false; error: ConstructorParameters<typeof InsightFailure>[0] },
): T {
  if (!result.ok) throw new InsightFailure(result.error)
  return result.value
}

function checkPermission(plan: QueryPlan, asker: Asker | undefined): void {
  const hidden = plan.metrics.filter((m) => asker && !asker.may(m.permission)).map((m) => m.id)
  if (hidden.length === 0) return
  throw new InsightFailure({
    code: 'not_permitted_metric',
    message: `你的角色看不到利润类指标（${hidden.join('、')}）；请去掉它们，或请店长开通 profit:read。`,
    messageEn: `Your role may not see ${hidden.join(', ')}; leave them out, or ask for profit:read.`,
    facts: { metrics: hidden },
  })
}

function checkOrder(plan: QueryPlan, asked: Asked): void {
  if (!asked.order) return
  const ids = queryColumns(plan, asked.compare !== undefined).map((c) => c.id)
  if (ids.includes(asked.order.by)) return
  throw new InsightFailure({
    code: 'unknown_order',
    message: `不能按“${asked.order.by}”排序；可用：${ids.join('、')}。`,
    messageEn: `Cannot order by "${asked.order.by}"; there are ${ids.join(', ')}.`,
    facts: { order: asked.order.by, columns: ids },
  })
}

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

async function answer(
  context: Context,
  store: Store,
  { asked, plan, channels }: { asked: Asked; plan: QueryPlan; channels: ShopChannel[] },
): Promise<QueryResult> {
  const coverage = await readCoverages(
    context,
    store.id,
    plan.groups.map((g) => g.source),
  )
  const range = resolveRange(
    asked,
    plan.groups.map((g) => coverage.get(g.source.id) ?? null),
  )
  if (!range) return emptyResult(plan, asked, store)
  checkPeriods(plan, range)
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
  const asked = parseInput(QueryRequest, request)
  const own = await readCountedOccasions(context, store.id)
  const plan = unwrap(planQuery({ ...asked, occasions: occasionRulesOf(own) }))
  checkPermission(plan, asker)
  checkOrder(plan, asked)
  const channels = await readChannels(context, store.id)
  const question = { asked, plan, channels }
  // At midnight the same facts make another answer: yesterday is over.
  const today = businessDayOf(context.clock.now(), store.timezone)
  return answerOnce(context, ['query', store, asked, channels, own, today], () => answer(context, store, question))
}
