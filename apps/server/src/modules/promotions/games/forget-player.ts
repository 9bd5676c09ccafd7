import { and, eq, like, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { gameEffects, gamePlayers, gamePlays, gameRounds } from './schema.ts'

/** A hash stands inside states, answers and keys as well; nothing else is written like its twenty digits. */
const renamed = (column: PgColumn, hash: string, gone: string): SQL => sql`replace(${column}, ${hash}, ${gone})`
const renamedInside = (column: PgColumn, hash: string, gone: string): SQL =>
  sql`replace(${column}::text, ${hash}, ${gone})::jsonb`
const holds = (column: PgColumn, hash: string): SQL => like(sql`${column}::text`, `%${hash}%`)

/** Forgets a player in every game of the shop: `gone` takes their place, so that counts, limits and money stay what they were. */
export async function forgetPlayer(
  tx: RecordTx,
  { store, hash, gone }: { store: string; hash: string; gone: string },
): Promise<void> {
  await tx
    .update(gameRounds)
    .set({ state: renamedInside(gameRounds.state, hash, gone) })
    .where(and(eq(gameRounds.store, store), holds(gameRounds.state, hash)))
  await tx
    .update(gamePlayers)
    .set({
      buyer: renamed(gamePlayers.buyer, hash, gone),
      state: renamedInside(gamePlayers.state, hash, gone),
    })
    .where(
      and(eq(gamePlayers.store, store), sql`(${gamePlayers.buyer} = ${hash} OR ${holds(gamePlayers.state, hash)})`),
    )
  await tx
    .update(gamePlays)
    .set({ buyer: renamed(gamePlays.buyer, hash, gone), answer: renamedInside(gamePlays.answer, hash, gone) })
    .where(and(eq(gamePlays.store, store), sql`(${gamePlays.buyer} = ${hash} OR ${holds(gamePlays.answer, hash)})`))
  await tx
    .update(gameEffects)
    .set({
      key: renamed(gameEffects.key, hash, gone),
      buyer: renamed(gameEffects.buyer, hash, gone),
      facts: renamedInside(gameEffects.facts, hash, gone),
    })
    .where(and(eq(gameEffects.store, store), sql`(${gameEffects.buyer} = ${hash} OR ${holds(gameEffects.key, hash)})`))
}
