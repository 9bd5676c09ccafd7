import { accountsOf, type Sighting } from '@zhanggui/gameplay'
import { and, eq, gte, inArray, or } from 'drizzle-orm'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { HashedMark } from './hash-marks.ts'
import { personMarks } from './schema.ts'

type Reader = Pick<RecordTx, 'select'>
export type PersonQuestion = { store: string; buyer: string; marks: readonly HashedMark[]; at: Date }

/** A mark that was not seen for so long is forgotten: devices are sold and people move. */
export const MARK_DAYS = 400
export const oldestSeen = (at: Date): Date => new Date(at.getTime() - MARK_DAYS * 86_400_000)

/** Friends of friends of accounts: more steps than these find nobody that a shop has. */
const STEPS_MAX = 8

const fresh = ({ store, at }: PersonQuestion) =>
  and(eq(personMarks.store, store), gte(personMarks.seenAt, oldestSeen(at)))

const SEEN = { accountId: personMarks.buyer, kind: personMarks.kind, mark: personMarks.mark }

export const marksOfAccounts = (db: Reader, asked: PersonQuestion, buyers: readonly string[]): Promise<Sighting[]> =>
  db
    .select(SEEN)
    .from(personMarks)
    .where(and(fresh(asked), inArray(personMarks.buyer, [...buyers])))

const accountsAtMarks = (db: Reader, asked: PersonQuestion, marks: readonly HashedMark[]): Promise<Sighting[]> =>
  db
    .select(SEEN)
    .from(personMarks)
    .where(
      and(
        fresh(asked),
        or(...marks.map(({ kind, mark }) => and(eq(personMarks.kind, kind), eq(personMarks.mark, mark)))),
      ),
    )

const keyOf = ({ kind, mark }: HashedMark): string => `${kind}\n${mark}`

/**
 * The accounts that are one person with this one, itself first (P6.09): asked outwards from its own marks, as far as they hold
 * together. Marks of the question count as if they were stored.
 */
export async function accountsOfPerson(db: Reader, asked: PersonQuestion): Promise<string[]> {
  const { buyer, marks } = asked
  const own = marks.map((mark): Sighting => ({ accountId: buyer, ...mark }))
  let sightings = [...own, ...(await marksOfAccounts(db, asked, [buyer]))]
  const [askedMarks, askedAccounts] = [new Set<string>(), new Set([buyer])]
  for (let step = 0; step < STEPS_MAX; step++) {
    const person = new Set(accountsOf(buyer, sightings))
    const next = sightings.filter((one) => person.has(one.accountId) && !askedMarks.has(keyOf(one)))
    if (next.length === 0) break
    for (const one of next) askedMarks.add(keyOf(one))
    const found = await accountsAtMarks(db, asked, next)
    const strangers = [...new Set(found.map(({ accountId }) => accountId))].filter((id) => !askedAccounts.has(id))
    for (const id of strangers) askedAccounts.add(id)
    sightings = [...sightings, ...found, ...(strangers.length > 0 ? await marksOfAccounts(db, asked, strangers) : [])]
  }
  return accountsOf(buyer, sightings)
}
