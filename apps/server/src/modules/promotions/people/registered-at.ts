import type { Context } from '../../../context.ts'
import type { GameRow } from '../games/schema.ts'
import { accountsOfPerson } from './accounts-of-person.ts'
import type { PersonQuestion } from './gather-sightings.ts'

const JOINED_SQL = `
SELECT
  count() AS seen,
  toUnixTimestamp64Milli(min(at)) AS first_ms
FROM events
WHERE store = {store:String} AND type = 'join' AND toString(visitor) IN {accounts:Array(String)}`

/**
 * When a person first registered with the shop, by its own events (`join`), under any account that is theirs. Shape: null where the
 * shop has not seen it, or where the game does not ask for it.
 */
export async function registeredAt(
  context: Context,
  { settings }: GameRow,
  asked: PersonQuestion,
): Promise<number | null> {
  if (settings.game !== 'groupBuy' || settings.registeredWithinDays === undefined) return null
  const accounts = await accountsOfPerson(context.records.db, asked)
  const [row] = await context.facts.query<{ seen: number; first_ms: string }>(JOINED_SQL, {
    store: asked.store,
    accounts,
  })
  return row && Number(row.seen) > 0 ? Number(row.first_ms) : null
}
