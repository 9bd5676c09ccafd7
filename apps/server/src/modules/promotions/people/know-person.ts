import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { accountsOfPerson } from './accounts-of-person.ts'
import { oldestSeen, ownSightings, type PersonQuestion } from './gather-sightings.ts'
import { personMarks } from './schema.ts'

/**
 * Whoever comes with the same mark waits until the transaction ends. Rows cannot be locked, for those of the other one may not be
 * there yet.
 */
export async function holdMark(
  tx: RecordTx,
  { store, kind, mark }: { store: string } & PersonQuestion['marks'][number],
): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${store}\n${kind}\n${mark}`}, 618))`)
}

/** Two accounts of one person that come at once wait for each other, mark by mark in one order. */
async function holdMarks(tx: RecordTx, asked: PersonQuestion): Promise<void> {
  const counted = (await ownSightings(tx, asked)).filter(({ isUnlinked }) => !isUnlinked)
  const marks = new Map(counted.map(({ kind, mark }) => [`${kind}\n${mark}`, { store: asked.store, kind, mark }]))
  for (const [, mark] of [...marks].sort(([a], [b]) => (a < b ? -1 : 1))) await holdMark(tx, mark)
}

async function noteMarks(tx: RecordTx, { store, buyer, marks, at }: PersonQuestion): Promise<void> {
  if (marks.length === 0) return
  const isOver = and(lt(personMarks.seenAt, oldestSeen(at)), isNull(personMarks.unlinkedAt))
  await tx.delete(personMarks).where(and(eq(personMarks.store, store), isOver))
  await tx
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
