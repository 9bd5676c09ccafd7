import type { QueryRequest, QueryResult, Store } from '@zhanggui/contract'
import { answerQuery } from '@zhanggui/metrics'
import type { Context } from '../../context.ts'
import { answerOnce } from './answer-cache.ts'
import { gatherFacts } from './gather-facts.ts'
import { type Asker, planQuestion, type Question } from './plan-question.ts'
import { daysOf } from './question-days.ts'
import { labelsFor } from './value-labels.ts'

type Rows = Pick<QueryResult, 'rows' | 'range' | 'labels'>

async function answer(context: Context, store: Store, { asked, plan, channels }: Question): Promise<Rows> {
  const { coverage, range } = await daysOf(context, store, { asked, plan })
  if (!range) return { rows: [], range: null }
  const subject = { store: store.id, zone: store.timezone, channels }
  const facts = await gatherFacts(context, subject, { plan, range, coverage, parts: 'rows' })
  const { fillGaps, order } = asked
  const { rows } = answerQuery(plan, { facts, compare: null, fillGaps, order, limit: Number.POSITIVE_INFINITY })
  const labels = await labelsFor(context, store.id, { by: plan.by, rows, occasions: plan.occasions })
  return { rows, range, ...(labels ? { labels } : {}) }
}

/**
 * The rows of `runQuery`, for a reader that needs no totals: over the whole range everything would be counted once more.
 * Shape: all rows, whatever the limit. Errors: as `runQuery`.
 */
export async function runRows(
  context: Context,
  store: Store,
  request: Omit<QueryRequest, 'compare' | 'limit'>,
  asker?: Asker,
): Promise<Rows> {
  const question = await planQuestion(context, store, request, asker)
  const { asked, channels, own, today } = question
  return answerOnce(context, ['rows', store, asked, channels, own, today], () => answer(context, store, question))
}
