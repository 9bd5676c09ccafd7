import { and, eq, isNull, sql } from 'drizzle-orm'
import type { TickJob } from '../../live/tick-job.ts'
import { games } from './schema.ts'
import { tickRounds } from './tick-rounds.ts'

/** Groups of every shop that did not fill in time are refunded by the clock, whether anybody looks or not (P6.15). */
export const FOLLOW_GAMES: TickJob = {
  id: 'games',
  everySeconds: 30,
  async run(context, { signal }) {
    const open = await context.records.db
      .select()
      .from(games)
      .where(and(isNull(games.closedAt), eq(sql`${games.settings}->>'game'`, 'groupBuy')))
    for (const game of open) {
      if (signal.aborted) return
      await tickRounds(context, game)
    }
  },
}
