import type { GameRound, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { hashPerson } from '../../admin/people/person-hash.ts'
import { MAIN_ROUND } from './create-game.ts'
import { engineOf, ownRound, readGameRow, seedOf } from './game-rows.ts'
import { presentRound } from './present-game.ts'
import { gameRounds } from './schema.ts'

/**
 * Somebody opens a group, a bargain, an invitation. The same round again changes nothing.
 * Errors: throws `not_found`, `game_closed`, `invalid_request` for a game that has one round only.
 */
export async function openRound(
  context: Context,
  store: Store,
  asked: { game: string; id: string; buyerId: string },
): Promise<GameRound> {
  const key = { store: store.id, game: asked.game }
  const row = await readGameRow(context.records.db, key)
  if (row.closedAt) throw new ApiFailure('game_closed')
  const [main] = await context.records.db.select().from(gameRounds).where(ownRound(key, MAIN_ROUND)).limit(1)
  if (main) throw new ApiFailure('invalid_request', { where: 'this game has one round for everybody' })
  const { hash } = hashPerson(context, store.id, asked.buyerId)
  const openedAt = context.clock.now()
  const round = { roundId: asked.id, buyerId: hash, atMs: openedAt.getTime(), seed: seedOf(context, key) }
  const state = engineOf(row).open(row.settings, round)
  await context.records.db
    .insert(gameRounds)
    .values({ ...key, id: asked.id, state, openedAt })
    .onConflictDoNothing()
  const [stored] = await context.records.db.select().from(gameRounds).where(ownRound(key, asked.id))
  if (!stored) throw new Error('a round that was written is there')
  return presentRound(row, stored, openedAt)
}
