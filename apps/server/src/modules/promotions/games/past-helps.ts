import type { GameSettings } from '@zhanggui/contract'
import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { opensBefore } from './past-opens.ts'
import { gamePlays, gameRounds, games } from './schema.ts'

/** Fewer rounds than these say more of their owners than of the shop. */
const LEAST_ROUNDS = 20
const HOUR_MS = 3_600_000

type Round = { helps: number; needed: number; openedMs: number; endsMs: number; lastHelpMs: number | null }

async function readRounds(context: Context, store: string): Promise<Round[]> {
  const rows = await context.records.db
    .select({
      helps: sql<number>`count(${gamePlays.id})::int`,
      lastHelpAt: sql<string | null>`max(${gamePlays.at})`,
      openedAt: gameRounds.openedAt,
      endsMs: sql<string>`${gameRounds.state}->>'endsAtMs'`,
      needed: sql<string>`${games.settings}->>'helps'`,
    })
    .from(gameRounds)
    .innerJoin(games, and(eq(games.store, gameRounds.store), eq(games.id, gameRounds.game)))
    .leftJoin(
      gamePlays,
      and(
        eq(gamePlays.store, gameRounds.store),
        eq(gamePlays.game, gameRounds.game),
        eq(gamePlays.round, gameRounds.id),
        eq(gamePlays.kind, 'help'),
      ),
    )
    .where(and(eq(gameRounds.store, store), sql`${games.settings}->>'game' = 'bargain'`))
    .groupBy(gameRounds.store, gameRounds.game, gameRounds.id, gameRounds.openedAt, gameRounds.state, games.settings)
  return rows.map(({ helps, lastHelpAt, openedAt, endsMs, needed }) => ({
    helps,
    needed: Number(needed),
    openedMs: openedAt.getTime(),
    endsMs: Number(endsMs),
    lastHelpMs: lastHelpAt === null ? null : new Date(lastHelpAt).getTime(),
  }))
}

/** A round could be helped until it was finished, was over, or still goes on. */
const openMs = ({ helps, needed, openedMs, endsMs, lastHelpMs }: Round, nowMs: number): number =>
  Math.min(helps >= needed && lastHelpMs !== null ? lastHelpMs : endsMs, nowMs) - openedMs

/**
 * Helps that a round of the shop's bargains received in an hour while it could be helped: what the chance to finish that buyers are
 * shown is worked out from (P6.17). Shape: undefined while the shop's past is too short to say.
 */
export async function helpsPerHourBefore(context: Context, store: string): Promise<number | undefined> {
  const rounds = await readRounds(context, store)
  if (rounds.length < LEAST_ROUNDS) return undefined
  const nowMs = context.clock.now().getTime()
  const helps = rounds.reduce((sum, round) => sum + round.helps, 0)
  const hours = rounds.reduce((sum, round) => sum + Math.max(0, openMs(round, nowMs)), 0) / HOUR_MS
  return hours > 0 ? helps / hours : undefined
}

/** Settings that say nothing of the shop's past learn it from the shop's own rounds. */
export async function withOwnPast(context: Context, store: string, settings: GameSettings): Promise<GameSettings> {
  if (settings.game === 'sharePacket' && settings.sharesExpected !== undefined && settings.opensBp === undefined) {
    const opensBp = await opensBefore(context, store)
    return opensBp === undefined ? settings : { ...settings, opensBp }
  }
  if (settings.game !== 'bargain' || settings.helpsPerHour !== undefined) return settings
  const helpsPerHour = await helpsPerHourBefore(context, store)
  return helpsPerHour === undefined ? settings : { ...settings, helpsPerHour }
}
