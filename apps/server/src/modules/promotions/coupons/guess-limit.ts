import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { couponTries } from './schema.ts'

/** A mistyped code fails its check letter and is not counted, so that five wrong ones in a quarter of an hour are guesses. */
const WRONG_PER_BUYER = 5
/** Somebody who guesses under many names meets this one; still nothing beside 2^75 codes. */
const WRONG_PER_SHOP = 1000
const WINDOW_MS = 15 * 60_000

const limits = (buyer: string) => [
  { who: `buyer:${buyer}`, most: WRONG_PER_BUYER },
  { who: 'shop', most: WRONG_PER_SHOP },
]

/** Errors: throws `too_many_requests` with the seconds to wait while somebody has guessed too often. */
export async function requireFewGuesses(context: Context, store: string, buyer: string): Promise<void> {
  const nowMs = context.clock.now().getTime()
  for (const { who, most } of limits(buyer)) {
    const [row] = await context.records.db
      .select()
      .from(couponTries)
      .where(and(eq(couponTries.store, store), eq(couponTries.who, who)))
    const endsMs = (row?.since.getTime() ?? 0) + WINDOW_MS
    if (row && row.wrong >= most && nowMs < endsMs)
      throw new ApiFailure('too_many_requests', { seconds: Math.ceil((endsMs - nowMs) / 1000) })
  }
}

/** Counts a wrong code, in a statement of its own: the failed claim must not take the count back with it. */
export async function countGuess(context: Context, store: string, buyer: string): Promise<void> {
  const now = context.clock.now()
  const { wrong, since } = couponTries
  const isOld = sql`${since} <= ${new Date(now.getTime() - WINDOW_MS).toISOString()}::timestamptz`
  for (const { who } of limits(buyer))
    await context.records.db
      .insert(couponTries)
      .values({ store, who, wrong: 1, since: now })
      .onConflictDoUpdate({
        target: [couponTries.store, couponTries.who],
        set: {
          wrong: sql`CASE WHEN ${isOld} THEN 1 ELSE ${wrong} + 1 END`,
          since: sql`CASE WHEN ${isOld} THEN ${now.toISOString()}::timestamptz ELSE ${since} END`,
        },
      })
}
