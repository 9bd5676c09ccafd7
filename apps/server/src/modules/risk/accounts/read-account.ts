import type { RiskAccountMark, RiskAccountOffer, RiskAccountPerson } from '@zhanggui/contract'
import { type DescribedMark, describePerson } from '@zhanggui/gameplay'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { gatherSightings } from '../../promotions/people/gather-sightings.ts'
import { type OfferUse, offersOfAccounts } from '../../promotions/people/offers-of-accounts.ts'
import { EVERYBODY, personMarks } from '../../promotions/people/schema.ts'
import { ordersOfAccounts } from './orders-of-accounts.ts'
import { presentUnlinked, type UnlinkedRow } from './present-unlinked.ts'

/** Whoever has more accounts is a farm; its list is as clear with these. */
const ACCOUNTS_MAX = 100

type Unlinkings = ReadonlyMap<string, UnlinkedRow>
const keyOf = ({ kind, mark }: Pick<DescribedMark, 'kind' | 'mark'>, buyer: string): string =>
  `${kind}\n${mark}\n${buyer}`

/** Who took which of the marks off whom, and why. */
async function readUnlinkings(
  context: Context,
  store: string,
  marks: readonly Pick<DescribedMark, 'mark'>[],
): Promise<Unlinkings> {
  if (marks.length === 0) return new Map()
  const known = marks.map(({ mark }) => mark)
  const rows = await context.records.db
    .select()
    .from(personMarks)
    .where(and(eq(personMarks.store, store), inArray(personMarks.mark, known)))
  return new Map(rows.filter(({ unlinkedAt }) => unlinkedAt !== null).map((row) => [keyOf(row, row.buyer), row]))
}

async function presentMarks(
  context: Context,
  store: string,
  marks: readonly DescribedMark[],
): Promise<RiskAccountMark[]> {
  const unlinkings = await readUnlinkings(context, store, marks)
  const names = await namesOfActors(
    context,
    [...unlinkings.values()].flatMap(({ unlinkedBy }) => unlinkedBy ?? []),
  )
  return marks.map((mark) => {
    const unlinkedFrom = (buyer: string) => presentUnlinked(unlinkings.get(keyOf(mark, buyer)), names)
    const { kind, standing, others } = mark
    const holders = mark.holders.slice(0, ACCOUNTS_MAX).map(({ accountId, seenAtMs }) => ({
      account: accountId,
      seenAt: new Date(seenAtMs).toISOString(),
      unlinked: unlinkedFrom(accountId),
    }))
    return { kind, mark: mark.mark, standing, others, holders, everybody: unlinkedFrom(EVERYBODY) }
  })
}

const usesOf = ({ used }: RiskAccountOffer): number => used.reduce((sum, { times }) => sum + times, 0)

/** One row an offer; what most accounts used comes first. */
function presentOffers(uses: readonly OfferUse[]): RiskAccountOffer[] {
  const offers = Map.groupBy(uses, ({ kind, id }) => `${kind}\n${id}`)
  return [...offers.values()]
    .flatMap((own): RiskAccountOffer[] => {
      const [first] = own
      if (!first) return []
      const { kind, id, name, limit } = first
      return [{ kind, id, name, limit, used: own.map(({ account, times }) => ({ account, times })) }]
    })
    .sort((a, b) => b.used.length - a.used.length || usesOf(b) - usesOf(a) || (a.id < b.id ? -1 : 1))
}

/**
 * The accounts that are held to be one person with this one: what ties them, since when it was seen, and what they used together of
 * all that is once a person. An account that was never seen with anything is a person alone.
 */
export async function readAccountPerson(context: Context, store: string, account: string): Promise<RiskAccountPerson> {
  const { db } = context.records
  const sightings = await gatherSightings(db, { store, buyer: account, marks: [], at: context.clock.now() })
  const person = describePerson(account, sightings)
  const accounts = person.accounts.slice(0, ACCOUNTS_MAX)
  return {
    accountCount: person.accounts.length,
    accounts: await ordersOfAccounts(context, store, accounts),
    marks: await presentMarks(context, store, person.marks),
    offers: presentOffers(await offersOfAccounts(db, { store, accounts: person.accounts })),
  }
}
