import type { ReportRelease, RestoreRelease } from '@zhanggui/contract'
import { cents } from '@zhanggui/kernel'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { type BudgetCaller, type BudgetKey, todayOf } from '../budget-key.ts'
import { findPosting } from '../ledger/ledger-rows.ts'
import { writeEntry } from '../ledger/write-entry.ts'
import { loadBudget } from '../load-budget.ts'
import { budgetReleases } from '../schema.ts'
import { readReserves } from './read-reserve.ts'

const releaseOf = ({ store, plan }: BudgetKey, id: string) =>
  and(eq(budgetReleases.store, store), eq(budgetReleases.plan, plan), eq(budgetReleases.id, id))

/** Errors: throws `not_found`. */
async function findRelease(db: RecordDb | RecordTx, key: BudgetKey, id: string) {
  const [row] = await db.select().from(budgetReleases).where(releaseOf(key, id))
  if (!row) throw new ApiFailure('not_found', { what: `releases/${id}` })
  return row
}

/** Errors: throws `budget_not_enough` for more than is out. */
async function requireOutstanding(context: Context, caller: BudgetCaller, id: string, amount: number): Promise<void> {
  const releases = (await readReserves(context, caller)).flatMap((reserve) => reserve.releases)
  const outstanding = releases.find((release) => release.id === id)?.outstandingCents ?? 0
  if (amount <= outstanding) return
  const figures = { available: (outstanding / 100).toFixed(2), needed: (amount / 100).toFixed(2) }
  throw new ApiFailure('budget_not_enough', { line: id, state: 'released', ...figures })
}

/** Brings money of a release back into the reserve (P4.07). Errors: `not_found`, and as `writeEntry`. */
export async function restoreRelease(
  context: Context,
  caller: BudgetCaller,
  { release, ...input }: RestoreRelease & { release: string },
): Promise<void> {
  const row = await findRelease(context.records.db, caller, release)
  const { plan } = await loadBudget(context, caller)
  const key = { store: caller.store, plan: caller.plan }
  const entry = {
    id: `restore:${input.id}`,
    kind: 'restore' as const,
    lineId: row.toLine,
    toLineId: row.reserveLine,
    amountCents: cents(input.amountCents),
    day: todayOf(context, caller.shop),
    from: null,
    reference: release,
    note: input.note ?? '',
    overspendReason: null,
  }
  const isRepeat = (await findPosting(context.records.db, key, entry.id)) !== null
  if (!isRepeat) await requireOutstanding(context, caller, release, input.amountCents)
  await auditedTransaction(context, (tx, record) =>
    writeEntry(context, { tx, record }, { key, lines: plan.budget, entry, actor: caller.actor }),
  )
}

/** Says what the money of a release was used for. Errors: throws `not_found`. */
export function reportRelease(
  context: Context,
  caller: BudgetCaller,
  { release, report }: ReportRelease & { release: string },
): Promise<void> {
  const { store, plan, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const before = await findRelease(tx, caller, release)
    const set = { report, reportedBy: actor, reportedAt: context.clock.now() }
    await tx.update(budgetReleases).set(set).where(releaseOf(caller, release))
    const subject = `plans/${plan}/budget/releases/${release}`
    await record({ store, actor, action: 'report', subject, before: { report: before.report }, after: { report } })
  })
}
