import type { GameEffects, GameInfo, GameRound } from '@zhanggui/contract'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { type GameKey, readGameRow, seedOf } from './game-rows.ts'
import { presentEffect, presentRound } from './present-game.ts'
import { type GameRow, gameEffects, gamePlayers, gameRounds, games } from './schema.ts'
import { tickRounds } from './tick-rounds.ts'

const ROUNDS = 200
const EFFECTS = 1000

async function countsOf(context: Context, { store, game }: GameKey) {
  const { db } = context.records
  const count = sql<number>`count(*)::int`
  const [rounds] = await db
    .select({ count })
    .from(gameRounds)
    .where(and(eq(gameRounds.store, store), eq(gameRounds.game, game)))
  const [players] = await db
    .select({ count: sql<number>`count(DISTINCT ${gamePlayers.buyer})::int` })
    .from(gamePlayers)
    .where(and(eq(gamePlayers.store, store), eq(gamePlayers.game, game)))
  const effects = await db
    .select({ kind: gameEffects.kind, count, cents: sql<string>`coalesce(sum(${gameEffects.cents}), 0)` })
    .from(gameEffects)
    .where(and(eq(gameEffects.store, store), eq(gameEffects.game, game)))
    .groupBy(gameEffects.kind)
  const of = (kind: string) => effects.find((effect) => effect.kind === kind)
  return {
    rounds: rounds?.count ?? 0,
    players: players?.count ?? 0,
    rewards: of('reward')?.count ?? 0,
    rewardCents: Number(of('reward')?.cents ?? 0),
    refunds: of('refund')?.count ?? 0,
    byChannel: await channelsOf(context, { store, game }),
  }
}

const CHANNELS_SQL = `
SELECT
  member->>'channel' AS channel,
  count(*)::int AS players
FROM game_rounds
CROSS JOIN LATERAL jsonb_array_elements(state->'members') AS member
WHERE store = $1 AND game = $2 AND jsonb_typeof(state->'members') = 'array'
GROUP BY member->>'channel'
ORDER BY players DESC, channel`

/** Through which groups and pages the members of group buys came (P6.15). */
async function channelsOf(context: Context, { store, game }: GameKey): Promise<GameInfo['byChannel']> {
  return context.records.query<GameInfo['byChannel'][number]>(CHANNELS_SQL, [store, game])
}

async function presentGame(context: Context, row: GameRow, names: ReadonlyMap<string, string>): Promise<GameInfo> {
  const key = { store: row.store, game: row.id }
  return {
    id: row.id,
    name: row.name,
    settings: row.settings,
    state: row.closedAt ? 'closed' : 'open',
    commitment: row.commitment,
    seed: row.closedAt ? seedOf(context, key) : null,
    ...(await countsOf(context, key)),
    createdBy: names.get(row.createdBy) ?? row.createdBy,
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  }
}

/** The games of a shop, the newest first. */
export async function listGames(context: Context, store: string): Promise<GameInfo[]> {
  const rows = await context.records.db
    .select()
    .from(games)
    .where(eq(games.store, store))
    .orderBy(desc(games.createdAt), asc(games.id))
  const names = await namesOfActors(
    context,
    rows.map(({ createdBy }) => createdBy),
  )
  return Promise.all(rows.map((row) => presentGame(context, row, names)))
}

/** Errors: throws `not_found`. */
export async function readGame(context: Context, key: GameKey): Promise<GameInfo> {
  const row = await readGameRow(context.records.db, key)
  await tickRounds(context, row)
  return presentGame(context, row, await namesOfActors(context, [row.createdBy]))
}

/** Rounds of a game as they stand now, the newest first. Errors: throws `not_found`. */
export async function listRounds(context: Context, key: GameKey): Promise<GameRound[]> {
  const row = await readGameRow(context.records.db, key)
  await tickRounds(context, row)
  const rows = await context.records.db
    .select()
    .from(gameRounds)
    .where(and(eq(gameRounds.store, key.store), eq(gameRounds.game, key.game)))
    .orderBy(desc(gameRounds.openedAt), asc(gameRounds.id))
    .limit(ROUNDS)
  const now = context.clock.now()
  return rows.map((round) => presentRound(row, round, now))
}

/** What came of a game, in the order in which it came. Errors: throws `not_found`. */
export async function listEffects(context: Context, key: GameKey): Promise<GameEffects> {
  const row = await readGameRow(context.records.db, key)
  await tickRounds(context, row)
  const rows = await context.records.db
    .select()
    .from(gameEffects)
    .where(and(eq(gameEffects.store, key.store), eq(gameEffects.game, key.game)))
    .orderBy(asc(gameEffects.at), asc(gameEffects.key))
    .limit(EFFECTS)
  return rows.map(presentEffect)
}
