import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { forgottenKey } from './forgotten-list.ts'
import { saidIdentifier } from './said-identifier.ts'
import { sipHash64 } from './sip-hash.ts'

/** A person as the facts of a shop know them (`hash`) and as the list of the forgotten names them (`name`). */
export type KnownPerson = { hash: string; name: string }

/** A number as the engine hashes one: its eight bytes, the low one first. */
function bytesOf(hash: bigint): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(hash)
  return bytes
}

/**
 * Hashes an identifier just as imports and event intake do in the fact engine (`FIELD_KINDS.person`), without asking it: every price asks
 * who the buyer is. A test holds both equal to the last bit.
 * Errors: throws `invalid_request` for one that says nothing, such as a dash.
 */
export function hashPerson(context: Context, store: string, identifier: string): KnownPerson {
  const said = saidIdentifier(identifier)
  const hash = said === null ? 0n : sipHash64(context.secrets.storeHashKey(store), Buffer.from(said))
  if (hash === 0n) throw new ApiFailure('invalid_request', { where: 'identifiers: one says nothing' })
  return { hash: `${hash}`, name: nameOfPerson(context, store, `${hash}`) }
}

/** How the list of the forgotten and the trail name the person behind a hash of the shop's facts. */
export function nameOfPerson(context: Context, store: string, hash: string): string {
  const { e0, e1 } = forgottenKey(context, store)
  return `${sipHash64({ k0: e0, k1: e1 }, bytesOf(BigInt(hash)))}`
}

/** Each person once, however many identifiers mean the same. */
export function hashPeople(context: Context, store: string, identifiers: readonly string[]): KnownPerson[] {
  const known = identifiers.map((identifier) => hashPerson(context, store, identifier))
  return [...new Map(known.map((person) => [person.hash, person])).values()]
}
