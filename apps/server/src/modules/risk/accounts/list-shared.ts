import type { RiskAccountsShared } from '@zhanggui/contract'
import { and, desc, eq, inArray, isNotNull, min, ne, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { isKept } from '../../promotions/people/gather-sightings.ts'
import { EVERYBODY, personMarks } from '../../promotions/people/schema.ts'
import { presentUnlinked } from './present-unlinked.ts'

const SHARED_MAX = 20
const UNLINKED_MAX = 50

/** Only marks that tie by themselves; addresses of many are pick-up points. Accounts that were taken off do not count. */
async function readShared({ records, clock }: Context, store: string): Promise<RiskAccountsShared['shared']> {
  const { kind, mark, buyer, seenAt, unlinkedAt } = personMarks
  const counted = sql`FILTER (WHERE ${buyer} <> ${EVERYBODY} AND ${unlinkedAt} IS NULL)`
  const accounts = sql<number>`(count(*) ${counted})::int`
  const seen = sql<string>`(extract(epoch FROM max(${seenAt}) ${counted}) * 1000)::bigint`
  const rows = await records.db
    .select({ kind, mark, accounts, seen, account: sql<string>`min(${buyer}) ${counted}` })
    .from(personMarks)
    .where(and(eq(personMarks.store, store), inArray(kind, ['device', 'payment']), isKept(clock.now())))
    .groupBy(kind, mark)
    .having(sql`count(*) ${counted} > 1 AND count(*) FILTER (WHERE ${buyer} = ${EVERYBODY}) = 0`)
    .orderBy(desc(accounts), desc(seen), mark)
    .limit(SHARED_MAX)
  return rows.map(({ seen: at, ...row }) => ({ ...row, seenAt: new Date(Number(at)).toISOString() }))
}

/** An account that was seen with each mark. */
async function readHolders(
  { records }: Context,
  store: string,
  marks: readonly string[],
): Promise<Map<string, string>> {
  if (marks.length === 0) return new Map()
  const { kind, mark, buyer } = personMarks
  const rows = await records.db
    .select({ kind, mark, holder: min(buyer) })
    .from(personMarks)
    .where(and(eq(personMarks.store, store), inArray(mark, [...marks]), ne(buyer, EVERYBODY)))
    .groupBy(kind, mark)
  return new Map(rows.flatMap((row) => (row.holder === null ? [] : [[`${row.kind}\n${row.mark}`, row.holder]])))
}

async function readUnlinked(context: Context, store: string): Promise<RiskAccountsShared['unlinked']> {
  const rows = await context.records.db
    .select()
    .from(personMarks)
    .where(and(eq(personMarks.store, store), isNotNull(personMarks.unlinkedAt)))
    .orderBy(desc(personMarks.unlinkedAt), personMarks.mark)
    .limit(UNLINKED_MAX)
  const offAll = rows.filter(({ buyer }) => buyer === EVERYBODY).map(({ mark }) => mark)
  const holders = await readHolders(context, store, offAll)
  const names = await namesOfActors(
    context,
    rows.flatMap(({ unlinkedBy }) => unlinkedBy ?? []),
  )
  return rows.flatMap((row) => {
    const unlinked = presentUnlinked(row, names)
    const { kind, mark } = row
    const account = row.buyer === EVERYBODY ? null : row.buyer
    const holder = account ?? holders.get(`${kind}\n${mark}`) ?? null
    return unlinked ? [{ ...unlinked, kind, mark, account, holder }] : []
  })
}

/** Where to look first: what most accounts share; and what was taken off, so that it can be undone. */
export async function listSharedMarks(context: Context, store: string): Promise<RiskAccountsShared> {
  return { shared: await readShared(context, store), unlinked: await readUnlinked(context, store) }
}
