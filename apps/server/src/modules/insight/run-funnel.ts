import { FunnelRequest, type FunnelResult, type Store } from '@zhanggui/contract'
import { EVENT_TYPES } from '@zhanggui/facts'
import {
  FUNNEL_FILTERS,
  type FunnelRow,
  funnelGroups,
  funnelParams,
  funnelSql,
  funnelSteps,
  getSource,
  isFunnelFilter,
  queryError,
  worstLoss,
} from '@zhanggui/metrics'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { parseInput } from '../../http/parse-input.ts'
import { answerOnce } from './answer-cache.ts'
import { InsightFailure } from './insight-failure.ts'
import { readCoverages } from './read-coverage.ts'
import { resolveRange } from './resolve-range.ts'

type Asked = z.output<typeof FunnelRequest>

/** A tracked event of any type says that the shop was watched. */
const EVENT_SOURCES = ['views', 'carts', 'favourites', 'exposures', 'interactions'].map(getSource)

function checkSteps({ steps, filters }: Asked): void {
  const types: readonly string[] = EVENT_TYPES
  const unknown = steps.find((s) => !types.includes(s))
  if (unknown !== undefined)
    throw new InsightFailure(
      queryError('unknown_metric', { step: unknown }, [
        `没有名为“${unknown}”的行为；可用：${types.join('、')}。`,
        `There is no event type "${unknown}"; there are ${types.join(', ')}.`,
      ]),
    )
  const filter = filters.find((f) => !isFunnelFilter(f.dimension))
  if (filter)
    throw new InsightFailure(
      queryError('unknown_dimension', { dimension: filter.dimension }, [
        `漏斗不能按“${filter.dimension}”筛选；可用：${FUNNEL_FILTERS.join('、')}。`,
        `A funnel cannot be filtered by "${filter.dimension}"; there are ${FUNNEL_FILTERS.join(', ')}.`,
      ]),
    )
}

async function answer(context: Context, store: Store, asked: Asked): Promise<FunnelResult> {
  const coverage = await readCoverages(context, store.id, EVENT_SOURCES)
  const range = resolveRange(
    asked,
    EVENT_SOURCES.map((s) => coverage.get(s.id) ?? null),
  )
  const question = { ...asked, by: asked.by ?? null }
  const sql = funnelSql(question)
  const rows = range ? await context.facts.query<FunnelRow>(sql, funnelParams(store.id, range, question)) : []
  const groups = question.by ? funnelGroups(asked.steps, rows) : []
  return { steps: funnelSteps(asked.steps, rows), groups, worst: worstLoss(groups), sql }
}

/**
 * How far visitors get through ordered steps within a window, and with `by` the group that loses most against the others.
 * Errors: throws `InsightFailure` for steps that are no event types and filters that events do not have.
 */
export async function runFunnel(context: Context, store: Store, request: FunnelRequest): Promise<FunnelResult> {
  const asked = parseInput(FunnelRequest, request)
  checkSteps(asked)
  return answerOnce(context, ['funnel', store.id, asked], () => answer(context, store, asked))
}
