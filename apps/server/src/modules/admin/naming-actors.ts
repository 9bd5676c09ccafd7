import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import { namesOfActors } from './read-audit.ts'

/**
 * Runs `work` and puts a person's name in place of `user:<id>` in a failure's `changedBy`. Not inside the transaction: the
 * embedded store has one connection, and a second question would wait for the first to end.
 */
export async function namingActors<T>(context: Context, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof ApiFailure) || typeof cause.facts.changedBy !== 'string') throw cause
    const actor = cause.facts.changedBy
    const names = await namesOfActors(context, [actor])
    throw new ApiFailure(cause.code, { ...cause.facts, changedBy: names.get(actor) ?? actor }, { cause })
  }
}
