import type { GameClosed } from '@zhanggui/contract'
import { drawWinners, type Winner } from '@zhanggui/gameplay'
import { and, asc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { MAIN_ROUND } from './create-game.ts'
import { type GameKey, lockRound, ownGame, readGameRow, seedOf } from './game-rows.ts'
import { readGame } from './list-games.ts'
import { type GameRow, gamePlays, games } from './schema.ts'
import { writeEffects } from './write-effects.ts'

/** Who won, from the tickets that were played and the seed; the same list however often it is asked. */
async function winnersOf(context: Context, tx: Pick<RecordTx, 'select'>, row: GameRow): Promise<Winner[]> {
  const { settings, store, id } = row
  if (settings.game !== 'draw') return []
  const tickets = await tx
    .select({ ticketId: gamePlays.id, buyerId: gamePlays.buyer })
    .from(gamePlays)
    .where(and(eq(gamePlays.store, store), eq(gamePlays.game, id), eq(gamePlays.kind, 'enter')))
    .orderBy(asc(gamePlays.id))
  return drawWinners(settings, tickets, seedOf(context, { store, game: id }))
}

const prizeValue = ({ settings }: GameRow, prizeId: string): number =>
  settings.game === 'draw' ? (settings.prizes.find((prize) => prize.prizeId === prizeId)?.valueCents ?? 0) : 0

/** Errors: throws `game_not_over` for a draw that people may still enter: its list would depend on who closes it when. */
function requireOver({ settings }: GameRow, now: Date): void {
  if (settings.game === 'draw' && now.getTime() < Date.parse(settings.until))
    throw new ApiFailure('game_not_over', { until: settings.until })
}

/**
 * Ends a game (P6.20): nobody plays any more, a draw is drawn, and the seed is published so that everybody can check it. Closing
 * again gives the same answer.
 * Errors: throws `not_found`, `game_not_over`.
 */
export async function closeGame(context: Context, caller: ResourceCaller, game: string): Promise<GameClosed> {
  const { store, actor } = caller
  const key: GameKey = { store, game }
  const now = context.clock.now()
  const winners = await auditedTransaction(context, async (tx, record) => {
    const row = await readGameRow(tx, key)
    requireOver(row, now)
    // A play that is under way is waited for; none begins after it.
    if (row.settings.game === 'draw') await lockRound(tx, key, MAIN_ROUND)
    const won = await winnersOf(context, tx, row)
    if (row.closedAt) return won
    await tx.update(games).set({ closedAt: now }).where(ownGame(key))
    const effects = won.map(({ ticketId, buyerId, prizeId }) => ({
      key: `${MAIN_ROUND}/prize/${ticketId}`,
      kind: 'reward' as const,
      buyerId,
      reward: { kind: 'prize' as const, prizeId, valueCents: prizeValue(row, prizeId) },
    }))
    await writeEffects(tx, key, effects, now)
    await record({ store, actor, action: 'close', subject: `games/${game}`, after: { winners: won.length } })
    return won
  })
  return {
    game: await readGame(context, key),
    winners: winners.map(({ prizeId, ticketId, buyerId, score }) => ({ prizeId, ticketId, buyer: buyerId, score })),
  }
}
