import { and, eq, lt, sql } from 'drizzle-orm'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { accountsOfPerson, marksOfAccounts, oldestSeen, type PersonQuestion } from './accounts-of-person.ts'
import { personMarks } from './schema.ts'

/**
 * Two accounts of one person that come at once wait for each other, mark by mark in one order. The lock ends with the transaction;
 * rows cannot be locked, for those of the other one may not be there yet.
 */
async function lockMarks(tx: RecordTx, asked: PersonQuestion): Promise<void> {
  const known = await marksOfAccounts(tx, asked, [asked.buyer])
  const keys = [...known, ...asked.marks].map(({ kind, mark }) => `${asked.store}\n${kind}\n${mark}`)
  for (const key of [...new Set(keys)].sort())
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 618))`)
}

async function noteMarks(tx: RecordTx, { store, buyer, marks, at }: PersonQuestion): Promise<void> {
  if (marks.length === 0) return
  await tx.delete(personMarks).where(and(eq(personMarks.store, store), lt(personMarks.seenAt, oldestSeen(at))))
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
  await lockMarks(tx, asked)
  await noteMarks(tx, asked)
  return accountsOfPerson(tx, asked)
}
