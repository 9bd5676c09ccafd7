import { FIELD_KINDS } from '@zhanggui/imports'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { forgottenKey } from './forgotten-list.ts'

/** A person as the facts of a shop know them (`hash`) and as the list of the forgotten names them (`name`). */
export type KnownPerson = { hash: string; name: string }

const PERSON = FIELD_KINDS.person.value('{identifier:String}', { dateOrder: 'ymd', year: null })

/**
 * Hashes an identifier just as imports and event intake do, in the same engine. The identifier is in no log of statements.
 * Errors: throws `invalid_request` for one that says nothing, such as a dash.
 */
export async function hashPerson(context: Context, store: string, identifier: string): Promise<KnownPerson> {
  const [row] = await context.facts.query<{ hash: string; name: string }>(
    `SELECT toString(ifNull(person, 0)) AS hash, toString(sipHash64Keyed(({e0:UInt64}, {e1:UInt64}), ifNull(person, 0))) AS name
FROM (SELECT ${PERSON} AS person)`,
    { identifier, ...context.secrets.storeHashKey(store), ...forgottenKey(context, store) },
    { log_queries: 0 },
  )
  if (!row || row.hash === '0') throw new ApiFailure('invalid_request', { where: 'identifiers: one says nothing' })
  return row
}

/** Each person once, however many identifiers mean the same. */
export async function hashPeople(
  context: Context,
  store: string,
  identifiers: readonly string[],
): Promise<KnownPerson[]> {
  const known = await Promise.all(identifiers.map((identifier) => hashPerson(context, store, identifier)))
  return [...new Map(known.map((person) => [person.hash, person])).values()]
}
