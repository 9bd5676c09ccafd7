import type { PriceCart, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Buyer } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { hashPerson } from '../../admin/people/person-hash.ts'
import { accountsOfPerson } from '../people/accounts-of-person.ts'
import { type HashedMark, hashMarks } from '../people/hash-marks.ts'
import { readPosition } from '../points/post-points.ts'
import { boughtBefore } from './bought-before.ts'
import { standingOfPerson } from './standing-of-person.ts'

type Uses = { timesUsed: Record<string, number>; unitsUsed: Record<string, number> }

/** A buyer as rules may see one, under the shop's keyed hash; never the id that was sent. */
export type KnownBuyer = { hash: string | null; marks: readonly HashedMark[]; buyer: Buyer } & Uses

const NOBODY: Uses = { timesUsed: {}, unitsUsed: {} }

/**
 * Whom a cart belongs to. With a `buyerId` the shop's own facts decide whether they are new, their tier, their points and what
 * they have used; what the question says of them counts only where no id is given, as for a price that is tried.
 * Errors: throws `invalid_request` for an id that says nothing.
 */
export async function readBuyer(context: Context, store: Store, asked: PriceCart['buyer']): Promise<KnownBuyer> {
  const { buyerId, marks: words, ...given } = asked ?? {}
  if (buyerId === undefined) return { hash: null, marks: [], buyer: given as Buyer, ...NOBODY }
  const { hash } = hashPerson(context, store.id, buyerId)
  const marks = hashMarks(context, store.id, words)
  const at = context.clock.now()
  const accounts = await accountsOfPerson(context.records.db, { store: store.id, buyer: hash, marks, at })
  const { paidHere, hasPoints, ...uses } = await standingOfPerson(context, store.id, accounts)
  const facts = await boughtBefore(context, store.id, accounts, paidHere)
  const today = businessDayOf(at, store.timezone)
  const key = { store: store.id, buyer: hash }
  const balance = hasPoints ? (await readPosition(context.records.db, key, today)).balance : 0
  return { hash, marks, buyer: { ...facts, pointsBalance: Math.max(0, balance) }, ...uses }
}
