import type { PlayRound, Store } from '@zhanggui/contract'
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { hashPerson } from '../../admin/people/person-hash.ts'
import type { PersonQuestion } from '../people/gather-sightings.ts'
import { hashMarks } from '../people/hash-marks.ts'
import { knowPerson } from '../people/know-person.ts'
import { registeredAt } from '../people/registered-at.ts'
import { readBuyer } from '../price/read-buyer.ts'
import { type GameRow, gamePlayers, gameRounds, games } from './schema.ts'

/** What the engine is handed: buyers as hashes, and what only the shop's records know. */
export type EngineCommand = {
  kind: PlayRound['kind']
  buyerId: string
  /** Whose step it is, and what they were seen with. */
  person: PersonQuestion
  /** Adds what must be counted in the transaction of the step itself. */
  withCounts: (tx: RecordTx) => Promise<unknown>
}

/** Steps that a kind of game knows. */
const STEPS: Record<GameRow['settings']['game'], readonly PlayRound['kind'][]> = {
  groupBuy: ['join'],
  bargain: ['help'],
  inviteLadder: ['register'],
  sharePacket: ['share', 'openLink'],
  redPacketRain: ['grab'],
  draw: ['enter'],
}

/**
 * Groups of the game that are full. With a ceiling the game is held first: two groups that fill at one moment would each see the
 * other one open, and together pass it.
 */
async function countFilled(tx: RecordTx, { store, id, settings }: GameRow): Promise<number> {
  if (settings.game === 'groupBuy' && settings.groupsMax !== undefined)
    await tx
      .select({ id: games.id })
      .from(games)
      .where(and(eq(games.store, store), eq(games.id, id)))
      .for('update')
  const full = and(eq(gameRounds.store, store), eq(gameRounds.game, id), sql`${gameRounds.state}->>'status' = 'full'`)
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(gameRounds).where(full)
  return row?.count ?? 0
}

const isMember = (account: string) =>
  sql`${gameRounds.state}->'members' @> ${JSON.stringify([{ buyerId: account }])}::jsonb`

/** Whether this person has a place at price zero already, in a group that is open or full, of any game of the shop. */
async function hadFree(tx: RecordTx, { store, settings }: GameRow, accounts: readonly string[]): Promise<boolean> {
  if (settings.game !== 'groupBuy' || settings.priceCents > 0) return false
  const [row] = await tx
    .select({ round: gameRounds.id })
    .from(gameRounds)
    .innerJoin(games, and(eq(games.store, gameRounds.store), eq(games.id, gameRounds.game)))
    .where(
      and(
        eq(gameRounds.store, store),
        sql`${games.settings}->>'game' = 'groupBuy'`,
        sql`(${games.settings}->>'priceCents')::bigint = 0`,
        sql`${gameRounds.state}->>'status' <> 'failed'`,
        or(...accounts.map(isMember)),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Whether an invitation has counted for this person before, in any round of any ladder of the shop. */
async function wasInvited(tx: RecordTx, { store }: GameRow, accounts: readonly string[]): Promise<boolean> {
  const [row] = await tx
    .select({ buyer: gamePlayers.buyer })
    .from(gamePlayers)
    .innerJoin(games, and(eq(games.store, gamePlayers.store), eq(games.id, gamePlayers.game)))
    .where(
      and(
        eq(gamePlayers.store, store),
        inArray(gamePlayers.buyer, [...accounts]),
        sql`${games.settings}->>'game' = 'inviteLadder'`,
        ne(gamePlayers.buyer, ''),
      ),
    )
    .limit(1)
  return row !== undefined
}

/**
 * A step as the engine takes it. Whether somebody is new comes from the shop's own orders, never from the sender.
 * Errors: throws `invalid_request` for a step that the game does not know.
 */
export async function commandOf(context: Context, store: Store, row: GameRow, play: PlayRound): Promise<EngineCommand> {
  if (!STEPS[row.settings.game].includes(play.kind))
    throw new ApiFailure('invalid_request', { where: `kind: ${STEPS[row.settings.game].join(' or ')}` })
  const { hash: buyerId } = hashPerson(context, store.id, play.buyerId)
  const about = { buyerId: play.buyerId, marks: play.marks }
  const isNew = async () => (await readBuyer(context, store, about)).buyer.isNew === true
  const marks = hashMarks(context, store.id, play.marks)
  const asked = { store: store.id, buyer: buyerId, marks, at: context.clock.now() }
  switch (play.kind) {
    case 'join': {
      const registeredAtMs = await registeredAt(context, row, asked)
      const command = { ...play, buyerId, registeredAtMs, isNew: await isNew() }
      return {
        kind: play.kind,
        buyerId,
        person: asked,
        withCounts: async (tx) => {
          const accounts = await knowPerson(tx, asked)
          return {
            ...command,
            sameAs: accounts.slice(1),
            groupsFilled: await countFilled(tx, row),
            hadFree: await hadFree(tx, row, accounts),
          }
        },
      }
    }
    case 'register': {
      const command = { ...play, buyerId, isNew: await isNew() }
      const withCounts = async (tx: RecordTx) => {
        const accounts = await knowPerson(tx, asked)
        return { ...command, sameAs: accounts.slice(1), wasInvited: await wasInvited(tx, row, accounts) }
      }
      return { kind: play.kind, buyerId, person: asked, withCounts }
    }
    case 'share':
    case 'openLink': {
      const friendId = hashPerson(context, store.id, play.friendId).hash
      return { kind: play.kind, buyerId, person: asked, withCounts: async () => ({ ...play, buyerId, friendId }) }
    }
    default:
      return { kind: play.kind, buyerId, person: asked, withCounts: async () => ({ ...play, buyerId }) }
  }
}
