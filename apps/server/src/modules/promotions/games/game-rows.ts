import { type AnyGame, findGame } from '@zhanggui/gameplay'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { type GameRow, gameRounds, games, type RoundRow } from './schema.ts'

export type GameKey = { store: string; game: string }
type Reader = Pick<RecordTx, 'select'>

export const ownGame = ({ store, game }: GameKey) => and(eq(games.store, store), eq(games.id, game))

export const ownRound = ({ store, game }: GameKey, round: string) =>
  and(eq(gameRounds.store, store), eq(gameRounds.game, game), eq(gameRounds.id, round))

/** Errors: throws `not_found`. */
export async function readGameRow(db: Reader, key: GameKey): Promise<GameRow> {
  const [row] = await db.select().from(games).where(ownGame(key))
  if (!row) throw new ApiFailure('not_found', { what: `games/${key.game}` })
  return row
}

/** The round, held until the transaction ends: plays of one round come one after the other. Errors: throws `not_found`. */
export async function lockRound(tx: RecordTx, key: GameKey, round: string): Promise<RoundRow> {
  const [row] = await tx.select().from(gameRounds).where(ownRound(key, round)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `games/${key.game}/rounds/${round}` })
  return row
}

export function engineOf({ settings }: GameRow): AnyGame {
  const game = findGame(settings.game)
  if (!game) throw new Error(`every kind of the contract is a game of the engine, got ${settings.game}`)
  return game
}

/** The seed of a game: derived from the installation's key, so that no table and no backup of records holds it. */
export const seedOf = (context: Context, { store, game }: GameKey): string =>
  context.secrets.derive(`games/${store}/${game}`).toString('hex')
