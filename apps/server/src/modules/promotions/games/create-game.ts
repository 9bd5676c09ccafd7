import { CreateGame, type GameSettings } from '@zhanggui/contract'
import { commitmentOf, findGame } from '@zhanggui/gameplay'
import type { Context } from '../../../context.ts'
import { ApiFailure, wordsOf } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { seedOf } from './game-rows.ts'
import { withOwnPast } from './past-helps.ts'
import { gameRounds, games } from './schema.ts'

/** Games whose one round is there from the beginning. */
const ONE_ROUND: readonly string[] = ['sharePacket', 'redPacketRain', 'draw']
export const MAIN_ROUND = 'main'

/** Errors: throws `game_faults` with everything that is wrong, unlawful or unfair in the settings (P6.36, P6.37). */
export function requireSound(settings: GameSettings): void {
  const problems = findGame(settings.game)?.check(settings) ?? []
  const [first] = problems
  if (first) throw new ApiFailure('game_faults', { count: problems.length, first: wordsOf(first), problems })
}

/**
 * Sets a game up and publishes the digest of its seed. Settings never change afterwards: a game that is not right is closed and
 * another one made.
 * Errors: throws `game_faults`, `duplicate_key`.
 */
export async function createGame(context: Context, caller: ResourceCaller, input: CreateGame): Promise<string> {
  const given = parseInput(CreateGame, input)
  const asked = { ...given, settings: await withOwnPast(context, caller.store, given.settings) }
  requireSound(asked.settings)
  const { store, actor } = caller
  const key = { store, game: asked.id }
  const seed = seedOf(context, key)
  const createdAt = context.clock.now()
  return auditedTransaction(context, async (tx, record) => {
    const row = { store, ...asked, commitment: commitmentOf(seed), createdBy: actor, createdAt }
    const made = await tx.insert(games).values(row).onConflictDoNothing().returning({ id: games.id })
    if (made.length === 0) throw new ApiFailure('duplicate_key', { key: asked.id })
    const engine = findGame(asked.settings.game)
    if (engine && ONE_ROUND.includes(asked.settings.game)) {
      const state = engine.open(asked.settings, { roundId: MAIN_ROUND, buyerId: '', atMs: createdAt.getTime(), seed })
      await tx.insert(gameRounds).values({ ...key, id: MAIN_ROUND, state, openedAt: createdAt })
    }
    await record({ store, actor, action: 'create', subject: `games/${asked.id}`, after: asked })
    return asked.id
  })
}
