import { type Permission, QueryRequest, type Store } from '@zhanggui/contract'
import { type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import { planQuery, type QueryPlan, type ShopChannel } from '@zhanggui/metrics'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { parseInput } from '../../http/parse-input.ts'
import { occasionRulesOf, readCountedOccasions, type StatedOccasion } from '../campaigns/calendar/read-shop-calendar.ts'
import { InsightFailure } from './insight-failure.ts'
import { queryColumns } from './query-columns.ts'
import { readChannels } from './read-channels.ts'

export type Asked = z.output<typeof QueryRequest>

/** What the asker may see; without it (the shell, a job of the shop itself) everything. */
export type Asker = { may(permission: Permission): boolean }

/** A question that the catalogue can answer and the asker may ask, with all that its answer depends on beside the facts. */
export type Question = {
  asked: Asked
  plan: QueryPlan
  channels: ShopChannel[]
  own: StatedOccasion[]
  /** At midnight the same facts make another answer: yesterday is over. */
  today: BusinessDay
}

export function unwrap<T>(
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

/**
 * Checks a question before any fact is looked at.
 * Errors: throws `InsightFailure` (bilingual) for a question that the catalogue cannot answer or the asker may not ask, and
 * `invalid_request` for a malformed one.
 */
export async function planQuestion(
  context: Context,
  store: Store,
  request: QueryRequest,
  asker?: Asker,
): Promise<Question> {
  const asked = parseInput(QueryRequest, request)
  const own = await readCountedOccasions(context, store.id)
  const plan = unwrap(planQuery({ ...asked, occasions: occasionRulesOf(own) }))
  checkPermission(plan, asker)
  checkOrder(plan, asked)
  const channels = await readChannels(context, store.id)
  return { asked, plan, channels, own, today: businessDayOf(context.clock.now(), store.timezone) }
}
