import type { BudgetLedgerPage } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import type { BudgetKey } from '../budget-key.ts'
import { listPostings, toPosting } from './ledger-rows.ts'

/** Postings of a plan, newest first, with people by name. Errors: throws `not_found`. */
export async function readLedger(
  context: Context,
  key: BudgetKey,
  query: { line?: string | undefined; limit: number; offset: number },
): Promise<BudgetLedgerPage> {
  await readPlan(context, key.store, key.plan)
  const { rows, total } = await listPostings(context.records.db, key, query)
  const names = await namesOfActors(
    context,
    rows.map((row) => row.postedBy),
  )
  return { postings: rows.map((row) => toPosting(row, (actor) => names.get(actor) ?? actor)), total }
}
