import { type GamePlayed, PlayRound, type Store } from '@zhanggui/contract'
import { type AnyGame, type Effect, REFUSAL_TEXT } from '@zhanggui/gameplay'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { rememberingMarks } from '../people/know-person.ts'
import { commandOf, type EngineCommand } from './command-of.ts'
import { engineOf, type GameKey, lockRound, ownRound, readGameRow, seedOf } from './game-rows.ts'
import { presentEffect, presentRound } from './present-game.ts'
import { gamePlayers, gamePlays, gameRounds } from './schema.ts'
import { writeEffects } from './write-effects.ts'

type At = GameKey & { round: string }

const ownPlayer = ({ store, game, round }: At, buyer: string) =>
  and(
    eq(gamePlayers.store, store),
    eq(gamePlayers.game, game),
    eq(gamePlayers.round, round),
    eq(gamePlayers.buyer, buyer),
  )

async function readPlayer(tx: RecordTx, at: At, engine: AnyGame, buyer: string): Promise<unknown> {
  const [row] = await tx.select().from(gamePlayers).where(ownPlayer(at, buyer))
  return row?.state ?? engine.newPlayer
}

async function writeTable(tx: RecordTx, at: At, buyer: string, table: { state: unknown; player: unknown }) {
  const { store, game, round } = at
  await tx.update(gameRounds).set({ state: table.state }).where(ownRound(at, round))
  await tx
    .insert(gamePlayers)
    .values({ store, game, round, buyer, state: table.player })
    .onConflictDoUpdate({
      target: [gamePlayers.store, gamePlayers.game, gamePlayers.round, gamePlayers.buyer],
      set: { state: table.player },
    })
}

/** The answer that was given to this play before, if it was. */
async function playedBefore(tx: Pick<RecordTx, 'select'>, { store, game }: GameKey, id: string) {
  const own = and(eq(gamePlays.store, store), eq(gamePlays.game, game), eq(gamePlays.id, id))
  const [row] = await tx.select().from(gamePlays).where(own)
  return row?.answer
}

function refused(code: keyof typeof REFUSAL_TEXT): ApiFailure {
  return new ApiFailure('game_refused', { reason: code, why: REFUSAL_TEXT[code] })
}

/**
 * One step of a game (P6.15–P6.20). Plays of a round come one after the other; the same `commandId` again gives the same answer;
 * what comes of a step is written with it or not at all.
 * Errors: throws `not_found`, `game_closed`, `game_refused` with the reason, `invalid_request` for a step of another game.
 */
export async function playRound(
  context: Context,
  store: Store,
  asked: { game: string; round: string; play: unknown },
): Promise<GamePlayed> {
  const play = parseInput(PlayRound, asked.play)
  const at = { store: store.id, game: asked.game, round: asked.round }
  const row = await readGameRow(context.records.db, at)
  const before = await playedBefore(context.records.db, at, play.commandId)
  if (before) return before
  if (row.closedAt) throw new ApiFailure('game_closed')
  const command = await commandOf(context, store, row, play)
  return rememberingMarks(context, command.person, () =>
    context.records.transaction((tx) => playLocked(context, tx, { at, row, command, commandId: play.commandId })),
  )
}

async function playLocked(
  context: Context,
  tx: RecordTx,
  given: { at: At; row: Awaited<ReturnType<typeof readGameRow>>; command: EngineCommand; commandId: string },
): Promise<GamePlayed> {
  const { at, row, command, commandId } = given
  const round = await lockRound(tx, at, at.round)
  const before = await playedBefore(tx, at, commandId)
  if (before) return before
  const now = context.clock.now()
  const engine = engineOf(row)
  const buyer = engine.playerOf(command)
  const table = { state: round.state, player: await readPlayer(tx, at, engine, buyer) }
  const moment = { atMs: now.getTime(), seed: seedOf(context, at) }
  const step = engine.play(row.settings, table, await command.withCounts(tx), moment)
  if (!step.ok) throw refused(step.error.code)
  await writeTable(tx, at, buyer, step.value)
  return answer(tx, { at, row, commandId, kind: command.kind, buyer, now, effects: step.value.effects })
}

async function answer(
  tx: RecordTx,
  given: {
    at: At
    row: Awaited<ReturnType<typeof readGameRow>>
    commandId: string
    kind: string
    buyer: string
    now: Date
    effects: readonly Effect[]
  },
): Promise<GamePlayed> {
  const { at, row, commandId, kind, buyer, now, effects } = given
  const { store, game } = at
  const written = await writeEffects(tx, at, effects, now)
  const [round] = await tx.select().from(gameRounds).where(ownRound(at, at.round))
  if (!round) throw new Error('a locked round is there')
  const played = { round: presentRound(row, round, now), effects: written.map(presentEffect) }
  await tx
    .insert(gamePlays)
    .values({ store, game, id: commandId, round: at.round, buyer, kind, answer: played, at: now })
  return played
}
