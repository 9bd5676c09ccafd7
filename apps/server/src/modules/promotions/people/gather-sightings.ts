import { accountsOf, type TimedSighting } from '@zhanggui/gameplay'
import { and, eq, gte, inArray, isNotNull, or, type SQL } from 'drizzle-orm'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { HashedMark } from './hash-marks.ts'
import { EVERYBODY, personMarks } from './schema.ts'

export type SightingReader = Pick<RecordTx, 'select'>
export type PersonQuestion = { store: string; buyer: string; marks: readonly HashedMark[]; at: Date }

/** A mark that was not seen for so long is forgotten: devices are sold and people move. What was taken off stays off. */
export const MARK_DAYS = 400
export const oldestSeen = (at: Date): Date => new Date(at.getTime() - MARK_DAYS * 86_400_000)
export const isKept = (at: Date) => or(gte(personMarks.seenAt, oldestSeen(at)), isNotNull(personMarks.unlinkedAt))

/** Friends of friends of accounts: more steps than these find nobody that a shop has. */
const STEPS_MAX = 8

async function read(
  db: SightingReader,
  { store, at }: PersonQuestion,
  where: SQL | undefined,
): Promise<TimedSighting[]> {
  const { buyer, kind, mark, seenAt, unlinkedAt } = personMarks
  const rows = await db
    .select({ accountId: buyer, kind, mark, seenAt, unlinkedAt })
    .from(personMarks)
    .where(and(eq(personMarks.store, store), isKept(at), where))
  return rows.map(({ seenAt, unlinkedAt, ...seen }) => ({
    ...seen,
    seenAtMs: seenAt.getTime(),
    isUnlinked: unlinkedAt !== null,
  }))
}

const marksOfAccounts = (db: SightingReader, asked: PersonQuestion, buyers: readonly string[]) =>
  read(db, asked, inArray(personMarks.buyer, [...buyers]))

const accountsAtMarks = (db: SightingReader, asked: PersonQuestion, marks: readonly HashedMark[]) =>
  read(db, asked, or(...marks.map(({ kind, mark }) => and(eq(personMarks.kind, kind), eq(personMarks.mark, mark)))))

const keyOf = ({ kind, mark }: HashedMark): string => `${kind}\n${mark}`

/** A mark that is off everybody is off each of them; one that was ever taken off stays off when it is seen again. */
function withoutUnlinked(sightings: readonly TimedSighting[]): TimedSighting[] {
  const ofEach = (one: TimedSighting): string => `${one.accountId}\n${keyOf(one)}`
  const off = new Set(sightings.filter(({ isUnlinked }) => isUnlinked).map(ofEach))
  const isOff = (one: TimedSighting) => off.has(ofEach(one)) || off.has(ofEach({ ...one, accountId: EVERYBODY }))
  return sightings
    .filter(({ accountId }) => accountId !== EVERYBODY)
    .map((one) => (isOff(one) ? { ...one, isUnlinked: true } : one))
}

type Found = { found: TimedSighting[]; sightings: TimedSighting[] }

/** What the account itself is seen with, now and before; marks of the question count as if they were stored. */
async function own(db: SightingReader, asked: PersonQuestion): Promise<Found> {
  const { buyer, marks, at } = asked
  const now = marks.map((mark) => ({ accountId: buyer, ...mark, seenAtMs: at.getTime() }))
  const found = [...now, ...(await marksOfAccounts(db, asked, [buyer, EVERYBODY]))]
  return { found, sightings: withoutUnlinked(found) }
}

/** The account's own marks, those of the question among them. */
export const ownSightings = async (db: SightingReader, asked: PersonQuestion): Promise<TimedSighting[]> =>
  (await own(db, asked)).sightings

/**
 * Everything that tells who is one person with an account: asked outwards from its own marks, as far as they hold together. Whoever
 * is off a mark is not asked for by it.
 */
export async function gatherSightings(db: SightingReader, asked: PersonQuestion): Promise<TimedSighting[]> {
  let { found, sightings } = await own(db, asked)
  const [askedMarks, askedAccounts] = [new Set<string>(), new Set([asked.buyer, EVERYBODY])]
  for (let step = 0; step < STEPS_MAX; step++) {
    const person = new Set(accountsOf(asked.buyer, sightings))
    const isNext = (one: TimedSighting) => person.has(one.accountId) && !one.isUnlinked && !askedMarks.has(keyOf(one))
    const next = sightings.filter(isNext)
    if (next.length === 0) break
    for (const one of next) askedMarks.add(keyOf(one))
    const there = await accountsAtMarks(db, asked, next)
    const strangers = [...new Set(there.map(({ accountId }) => accountId))].filter((id) => !askedAccounts.has(id))
    for (const id of strangers) askedAccounts.add(id)
    found = [...found, ...there, ...(strangers.length > 0 ? await marksOfAccounts(db, asked, strangers) : [])]
    sightings = withoutUnlinked(found)
  }
  return sightings
}
