import type { DayRange } from '@zhanggui/calendar'
import type { Filter, Store } from '@zhanggui/contract'
import { assert } from '@zhanggui/kernel'
import { type AnswerRow, answerQuery, hullOf } from '@zhanggui/metrics'
import type { Context } from '../../context.ts'
import { answerOnce } from './answer-cache.ts'
import { gatherStretches } from './gather-stretches.ts'
import { type Asker, planQuestion, type Question } from './plan-question.ts'
import { daysOf } from './question-days.ts'

/** Metrics by dimensions, without a period of their own. */
export type StretchQuestion = {
  metrics: readonly string[]
  by?: readonly string[]
  filters?: readonly Filter[]
  stretches: readonly DayRange[]
}

async function answer(
  context: Context,
  store: Store,
  question: Question,
  stretches: readonly DayRange[],
): Promise<AnswerRow[][]> {
  const { plan, channels, asked } = question
  const { coverage } = await daysOf(context, store, { plan, asked: { ...asked, ...hullOf(stretches) } })
  const subject = { store: store.id, zone: store.timezone, channels }
  const facts = await gatherStretches(context, subject, { plan, stretches, coverage })
  const whole = { compare: null, fillGaps: false, order: undefined, limit: Number.POSITIVE_INFINITY }
  return facts.map((of) => answerQuery(plan, { ...whole, facts: of }).rows)
}

/**
 * What `runQuery` answers for each of several stretches of days, read together: who has many goals, or compares a year so far
 * with the last, asks for the same rows many times over.
 * Shape: the rows of each stretch, in order; without `by` one row each. Errors: as `runQuery`; throws for a grain in `by`.
 */
export async function runStretches(
  context: Context,
  store: Store,
  { metrics, by = [], filters = [], stretches }: StretchQuestion,
  asker?: Asker,
): Promise<AnswerRow[][]> {
  if (stretches.length === 0) return []
  const request = { metrics: [...metrics], by: [...by], filters: [...filters] }
  const question = await planQuestion(context, store, request, asker)
  assert(question.plan.grain === null, 'stretches have no periods of their own')
  const { asked, channels, own, today } = question
  return answerOnce(context, ['stretches', store, asked, stretches, channels, own, today], () =>
    answer(context, store, question, stretches),
  )
}
