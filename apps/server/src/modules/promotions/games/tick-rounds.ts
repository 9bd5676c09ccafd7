import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { engineOf, lockRound, ownRound } from './game-rows.ts'
import { type GameRow, gameRounds } from './schema.ts'
import { writeEffects } from './write-effects.ts'

/** Rounds of one look; another follows while there are more. */
const AT_ONCE = 500

/** Rounds that are still open though their time is over; only group buys end so. A round that was ended is not found again. */
const overdue = ({ store, id }: GameRow, now: Date) =>
  and(
    eq(gameRounds.store, store),
    eq(gameRounds.game, id),
    sql`${gameRounds.state}->>'status' = 'open'`,
    sql`(${gameRounds.state}->>'endsAtMs')::bigint <= ${now.getTime()}`,
  )

/** Brings about what time alone decides: a group that did not fill is refunded. Safe to run at any moment and by several at once. */
export async function tickRounds(context: Context, game: GameRow): Promise<void> {
  const engine = engineOf(game)
  const key = { store: game.store, game: game.id }
  const now = context.clock.now()
  for (;;) {
    const rows = await context.records.db
      .select({ id: gameRounds.id })
      .from(gameRounds)
      .where(overdue(game, now))
      .limit(AT_ONCE)
    for (const { id } of rows)
      await context.records.transaction(async (tx) => {
        const round = await lockRound(tx, key, id)
        const ticked = engine.tick(game.settings, round.state, now.getTime())
        await tx.update(gameRounds).set({ state: ticked.state }).where(ownRound(key, id))
        await writeEffects(tx, key, ticked.effects, now)
      })
    if (rows.length < AT_ONCE) return
  }
}
