import { type Posting, type Release, reserveStatus } from '@zhanggui/budget'
import type { ReserveView } from '@zhanggui/contract'
import { cents, parseDay } from '@zhanggui/kernel'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { approvals } from '../../admin/approvals/schema.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { type BudgetCaller, type BudgetKey, todayOf } from '../budget-key.ts'
import { entryOf } from '../ledger/ledger-rows.ts'
import { loadBudget } from '../load-budget.ts'
import { budgetPostings, budgetReleases } from '../schema.ts'
import { RESERVE_RELEASE } from './reserve-approval.ts'

type ReleaseRow = typeof budgetReleases.$inferSelect

/** Postings that touch a reserve; the engine needs their kind, lines and amount. */
async function readReservePostings(context: Context, { store, plan }: BudgetKey): Promise<Posting[]> {
  const kinds = ['plan', 'release', 'restore', 'close'] as const
  const rows = await context.records.db
    .select()
    .from(budgetPostings)
    .where(
      and(eq(budgetPostings.store, store), eq(budgetPostings.plan, plan), inArray(budgetPostings.kind, [...kinds])),
    )
    .orderBy(asc(budgetPostings.sequence))
  return rows.map((row) => ({ ...entryOf(row), legs: [] }))
}

/** Who approved which release, by the release's id. */
async function readApprovers(context: Context, { store }: BudgetKey): Promise<ReadonlyMap<string, string>> {
  const rows = await context.records.db
    .select({ payload: approvals.payload, decidedBy: approvals.decidedBy })
    .from(approvals)
    .where(and(eq(approvals.store, store), eq(approvals.kind, RESERVE_RELEASE.id), eq(approvals.state, 'approved')))
  return new Map(rows.map(({ payload, decidedBy }) => [String(payload.id), decidedBy ?? '']))
}

const asRelease = (row: ReleaseRow): Release => ({
  id: row.id,
  toLineId: row.toLine,
  amountCents: cents(row.amountCents),
  day: parseDay(row.day),
  report: row.report,
})

/** Every reserve of a plan: what it holds, and what became of each release (P4.07). */
export async function readReserves(context: Context, caller: BudgetCaller): Promise<ReserveView[]> {
  const { plan } = await loadBudget(context, caller)
  const { store, plan: planId } = caller
  const rows = await context.records.db
    .select()
    .from(budgetReleases)
    .where(and(eq(budgetReleases.store, store), eq(budgetReleases.plan, planId)))
    .orderBy(asc(budgetReleases.day), asc(budgetReleases.id))
  const postings = await readReservePostings(context, caller)
  const approvers = await readApprovers(context, caller)
  const names = await namesOfActors(context, [...rows.map((row) => row.askedBy), ...approvers.values()])
  const nameOf = (actor: string | undefined): string | null => (actor ? (names.get(actor) ?? actor) : null)
  const today = todayOf(context, caller.shop)
  return plan.budget
    .filter((line) => line.kind === 'reserve')
    .map((line) => {
      const mine = rows.filter((row) => row.reserveLine === line.id)
      const status = reserveStatus({ lineId: line.id, postings, releases: mine.map(asRelease), today })
      const releases = status.releases.map((release, i) => {
        const row = mine[i]
        const { trigger = 'other', evidence = '', askedBy = '' } = row ?? {}
        const people = { askedBy: nameOf(askedBy) ?? '', approvedBy: nameOf(approvers.get(release.id)) }
        return { ...release, trigger, evidence, ...people }
      })
      return { lineId: line.id, name: line.name, ...status, releases }
    })
}
