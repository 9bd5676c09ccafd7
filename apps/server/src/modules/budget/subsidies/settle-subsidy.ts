import {
  type BudgetLine,
  batchMoney,
  type SubsidyBatch,
  type SubsidyMove,
  settleBatch,
  subsidyPosition,
} from '@zhanggui/budget'
import { type BusinessDay, cents } from '@zhanggui/kernel'
import { and, eq, like, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { BudgetKey } from '../budget-key.ts'
import { type LedgerWork, writeEntry } from '../ledger/write-entry.ts'
import { budgetLegs, budgetPostings } from '../schema.ts'

const prefixOf = (batch: SubsidyBatch): string => `subsidy:${batch.id}:`

/** What the ledger holds for a batch by now, from its own postings. */
async function ledgerOf(tx: RecordTx, { store, plan }: BudgetKey, batch: SubsidyBatch) {
  const mine = and(
    eq(budgetLegs.store, store),
    eq(budgetLegs.plan, plan),
    like(budgetLegs.posting, `${prefixOf(batch).replace(/[\\%_]/g, '\\$&')}%`),
  )
  const rows = await tx
    .select({ state: budgetLegs.state, total: sql<string>`sum(${budgetLegs.amountCents})` })
    .from(budgetLegs)
    .where(mine)
    .groupBy(budgetLegs.state)
  const held = (state: string) => cents(Number(rows.find((row) => row.state === state)?.total ?? 0))
  const [counted] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(budgetPostings)
    .where(
      and(
        eq(budgetPostings.store, store),
        eq(budgetPostings.plan, plan),
        eq(budgetPostings.reference, prefixOf(batch)),
      ),
    )
  return { money: { spentCents: held('spent'), accruedCents: held('accrued') }, count: counted?.count ?? 0 }
}

/**
 * Brings the ledger of a batch's line up to its position on a day: sets the expected cost aside, pays out what was used, gives
 * the rest back once the batch is over. Setting aside more than the line has is refused: the budget stops the batch. What
 * buyers use of units they hold is paid in any case, and shows as overspent.
 */
export async function settleSubsidy(
  context: Context,
  work: LedgerWork,
  given: {
    key: BudgetKey
    lines: readonly BudgetLine[]
    batch: SubsidyBatch
    moves: readonly SubsidyMove[]
    day: BusinessDay
    actor: string
  },
): Promise<number> {
  const { key, lines, batch, moves, day, actor } = given
  const before = await ledgerOf(work.tx, key, batch)
  const entries = settleBatch(before.money, batchMoney(subsidyPosition(batch, moves, day)))
  for (const [i, { kind, from, amountCents }] of entries.entries()) {
    const entry = {
      id: `${prefixOf(batch)}${before.count + i + 1}`,
      kind,
      from,
      amountCents,
      lineId: batch.lineId,
      toLineId: null,
      day,
      reference: prefixOf(batch),
      note: batch.name,
      overspendReason: kind === 'spend' ? '已发出的权益必须兑付' : null,
    }
    await writeEntry(context, work, { key, lines, entry, actor })
  }
  return entries.length
}
