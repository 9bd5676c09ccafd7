import { type Cents, cents } from '@zhanggui/kernel'
import type { EntryKind, LedgerEntry } from '../ledger/posting.ts'
import type { SubsidyPosition } from './subsidy-position.ts'

/** What the ledger holds for a batch: what was paid, and what is still expected to be. */
export type BatchMoney = { spentCents: Cents; accruedCents: Cents }

/**
 * Cost that was paid, and the part of the expected cost that is still to come; nothing more once the batch is over. The budget
 * sets aside what is expected to be used, not the face value of everything that was given out.
 */
export function batchMoney(position: SubsidyPosition): BatchMoney {
  const expected = cents(Math.max(0, position.expectedCostCents - position.actualCostCents))
  const isOver = position.outstandingUnits === 0 && position.liabilityCents === 0
  return { spentCents: position.actualCostCents, accruedCents: isOver ? cents(0) : expected }
}

export type BatchEntry = { kind: EntryKind; from: LedgerEntry['from']; amountCents: Cents }

const entry = (kind: EntryKind, amount: number, from: LedgerEntry['from'] = null): BatchEntry[] =>
  amount > 0 ? [{ kind, from, amountCents: cents(amount) }] : []

/**
 * The entries that take a line's ledger from one state of a batch to the next: set aside, paid out of what was set aside, given
 * back. Shape: in the order of posting; none when nothing changed.
 */
export function settleBatch(before: BatchMoney, after: BatchMoney): BatchEntry[] {
  const spent = after.spentCents - before.spentCents
  const accrued = after.accruedCents - before.accruedCents
  const fromAccrued = Math.max(0, Math.min(spent, -accrued))
  return [
    ...entry('refund', -spent),
    ...entry('spend', fromAccrued, 'accrued'),
    ...entry('spend', spent - fromAccrued, 'planned'),
    ...entry('reverse', -accrued - fromAccrued),
    ...entry('accrue', accrued, 'planned'),
  ]
}
