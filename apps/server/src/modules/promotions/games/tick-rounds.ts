import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { engineOf, lockRound, ownRound } from './game-rows.ts'
import { type GameRow, gameRounds } from './schema.ts'
import { writeEffects } from './write-effects.ts'

/** Rounds that only group buys have many of; more than these are ticked by the next call. */
const AT_ONCE = 500

/** Brings about what time alone decides: a group that did not fill is refunded. Safe to run at any moment and by several at once. */
export async function tickRounds(context: Context, game: GameRow): Promise<void> {
  const engine = engineOf(game)
  const key = { store: game.store, game: game.id }
  const now = context.clock.now()
  const rows = await context.records.db
    .select()
    .from(gameRounds)
    .where(and(eq(gameRounds.store, game.store), eq(gameRounds.game, game.id)))
    .limit(AT_ONCE)
  for (const { id, state } of rows) {
    if (engine.tick(game.settings, state, now.getTime()).effects.length === 0) continue
    await context.records.transaction(async (tx) => {
      const round = await lockRound(tx, key, id)
      const ticked = engine.tick(game.settings, round.state, now.getTime())
      await tx.update(gameRounds).set({ state: ticked.state }).where(ownRound(key, id))
      await writeEffects(tx, key, ticked.effects, now)
    })
  }
}
