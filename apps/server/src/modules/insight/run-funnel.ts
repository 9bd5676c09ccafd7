import type { DayRange } from '@zhanggui/calendar'
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
import type { SqlParams } from '../../storage/facts/fact-store.ts'
import { answerOnce } from './answer-cache.ts'
import { InsightFailure } from './insight-failure.ts'
import { readCoverages } from './read-coverage.ts'
import { rememberedRows } from './remembered/answer-memory.ts'
import { LARGE_ROWS } from './remembered/ask-group.ts'
import { readEventParts } from './remembered/event-parts.ts'
import { rowsAround, standOf } from './remembered/stand.ts'
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

/** A visitor's way is not to be cut into stretches, so a funnel is remembered as a whole, while all of its days stay as they are. */
async function askFunnel(
  context: Context,
  range: DayRange,
  { sql, params }: { sql: string; params: SqlParams },
): Promise<readonly FunnelRow[]> {
  const ask = () => context.facts.query<FunnelRow>(sql, params)
  const parts = await readEventParts(context)
  if (!parts || rowsAround(range, parts) < LARGE_ROWS) return ask()
  return rememberedRows(context, { key: JSON.stringify([sql, params]), stand: standOf(range, parts), parts }, ask)
}

async function answer(context: Context, store: Store, asked: Asked): Promise<FunnelResult> {
  const coverage = await readCoverages(context, store.id, EVENT_SOURCES)
  const range = resolveRange(
    asked,
    EVENT_SOURCES.map((s) => coverage.get(s.id) ?? null),
  )
  const question = { ...asked, by: asked.by ?? null }
  const sql = funnelSql(question)
  const rows = range ? await askFunnel(context, range, { sql, params: funnelParams(store.id, range, question) }) : []
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
