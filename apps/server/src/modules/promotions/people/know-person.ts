import { and, eq, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { accountsOfPerson } from './accounts-of-person.ts'
import { oldestSeen, ownSightings, type PersonQuestion } from './gather-sightings.ts'
import { personMarks } from './schema.ts'

/** Holds marks of a shop until the transaction ends, one after the other in one order for everybody, in one statement. */
async function hold(tx: RecordTx, store: string, marks: PersonQuestion['marks']): Promise<void> {
  const keys = marks.map(({ kind, mark }) => `${store}\n${kind}\n${mark}`)
  const sorted = JSON.stringify([...new Set(keys)].sort())
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(key, 618)) FROM jsonb_array_elements_text(${sorted}::jsonb) AS key`,
  )
}

/**
 * Whoever comes with the same mark waits until the transaction ends. Rows cannot be locked, for those of the other one may not be
 * there yet.
 */
export const holdMark = (
  tx: RecordTx,
  { store, ...mark }: { store: string } & PersonQuestion['marks'][number],
): Promise<void> => hold(tx, store, [mark])

/** Two accounts of one person that come at once wait for each other. */
async function holdMarks(tx: RecordTx, asked: PersonQuestion): Promise<void> {
  const counted = (await ownSightings(tx, asked)).filter(({ isUnlinked }) => !isUnlinked)
  if (counted.length > 0) await hold(tx, asked.store, counted)
}

async function noteMarks(tx: RecordTx, { store, buyer, marks, at }: PersonQuestion): Promise<void> {
  if (marks.length === 0) return
  // The account's own are seen again just now, or are forgotten with the next account: one statement must not touch a row twice.
  const isOver = and(
    lt(personMarks.seenAt, oldestSeen(at)),
    isNull(personMarks.unlinkedAt),
    ne(personMarks.buyer, buyer),
  )
  const forgotten = tx.$with('forgotten').as(tx.delete(personMarks).where(and(eq(personMarks.store, store), isOver)))
  await tx
    .with(forgotten)
    .insert(personMarks)
    .values(marks.map((mark) => ({ store, buyer, ...mark, seenAt: at })))
    .onConflictDoUpdate({
      target: [personMarks.store, personMarks.kind, personMarks.mark, personMarks.buyer],
      set: { seenAt: at },
    })
}

/**
 * The accounts of one person, this one first, held until the transaction ends, with what they were seen with kept: of two accounts
 * that ask for what is once a person, the second one finds what the first one took.
 */
export async function knowPerson(tx: RecordTx, asked: PersonQuestion): Promise<string[]> {
  await holdMarks(tx, asked)
  await noteMarks(tx, asked)
  return accountsOfPerson(tx, asked)
}

/**
 * Whoever is refused is remembered as well: what was noted of them went back with the transaction, and the people who deal with
 * buyers have to be able to say why they were refused.
 */
export async function rememberingMarks<T>(context: Context, asked: PersonQuestion, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof ApiFailure) await context.records.transaction((tx) => noteMarks(tx, asked))
    throw cause
  }
}
