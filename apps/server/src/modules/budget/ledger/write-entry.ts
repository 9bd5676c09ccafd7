import type { BudgetLine } from '@zhanggui/budget'
import { checkRepeat, type LedgerEntry, legsOf, postEntry } from '@zhanggui/budget'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { RecordChange } from '../../admin/audit.ts'
import { lockPlan } from '../../goals/plans/plan-rows.ts'
import type { BudgetKey } from '../budget-key.ts'
import { ledgerFailure } from './ledger-failure.ts'
import { entryOf, findPosting, type PostingRow, readBalances, storePosting } from './ledger-rows.ts'

export type Written = { outcome: 'posted' | 'duplicate'; row: PostingRow }

/** The transaction that an entry is written in, with its trail. */
export type LedgerWork = { tx: RecordTx; record: RecordChange }

const audited = ({ kind, lineId, toLineId, amountCents, day, reference, overspendReason }: LedgerEntry) => ({
  kind,
  lineId,
  toLineId,
  amountCents,
  day,
  reference,
  overspendReason,
})

/**
 * Writes one entry into a plan's ledger, inside the caller's transaction: the plan is locked, so that two entries never spend
 * the same money. The same entry again changes nothing. Every posting is in the trail (P4.08).
 * Errors: throws `budget_not_enough`, `budget_reserve`, `budget_heading`, `budget_id_reused`, `not_found`.
 */
export async function writeEntry(
  context: Context,
  { tx, record }: LedgerWork,
  given: { key: BudgetKey; lines: readonly BudgetLine[]; entry: LedgerEntry; actor: string },
): Promise<Written> {
  const { key, lines, entry, actor } = given
  await lockPlan(tx, key)
  const before = await findPosting(tx, key, entry.id)
  if (before) {
    const old = entryOf(before)
    const repeat = checkRepeat({ ...old, legs: legsOf(old) }, entry)
    if (!repeat.ok) throw ledgerFailure(repeat.error)
    return { outcome: 'duplicate', row: before }
  }
  const posted = postEntry({ lines, balances: await readBalances(tx, key) }, entry)
  if (!posted.ok) throw ledgerFailure(posted.error)
  const row = await storePosting(tx, key, posted.value, { by: actor, at: context.clock.now() })
  const subject = `plans/${key.plan}/budget/${entry.id}`
  const reason = entry.overspendReason ?? entry.note
  await record({
    store: key.store,
    actor,
    action: `budget:${entry.kind}`,
    subject,
    after: audited(posted.value),
    reason,
  })
  return { outcome: 'posted', row }
}
