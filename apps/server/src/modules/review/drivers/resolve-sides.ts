import type { ExplainQuery, Store } from '@zhanggui/contract'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'

export type Days = { from: string; to: string }
/** Two stretches of days that are set against each other; `running` when today cuts both short. */
export type Sides = { current: Days; earlier: Days | null; running: boolean }

type Asked = z.output<typeof ExplainQuery>

/**
 * The days that a question compares, as far as they are over: a month that is still running is set against as much of the other.
 * Shape: null without data; `earlier` is null where nothing lies before. Errors: throws as `runQuery`, and `invalid_request` for own days
 * without both ends.
 */
export async function resolveSides(
  context: Context,
  store: Store,
  { metric, compare, compareFrom, compareTo, from, to }: Asked,
  asker: Asker | undefined,
): Promise<Sides | null> {
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  if (compare === 'custom') {
    if (!compareFrom || !compareTo || compareFrom >= compareTo)
      throw new ApiFailure('invalid_request', { where: 'compareFrom, compareTo' })
    const { range: current } = await runQuery(context, store, { metrics: [metric], ...range }, asker)
    return current && { current, earlier: { from: compareFrom, to: compareTo }, running: false }
  }
  const answer = await runQuery(context, store, { metrics: [metric], compare, ...range }, asker)
  if (!answer.range) return null
  return {
    current: answer.elapsed?.range ?? answer.range,
    earlier: answer.elapsed?.compareRange ?? answer.compareRange,
    running: answer.elapsed !== null,
  }
}
