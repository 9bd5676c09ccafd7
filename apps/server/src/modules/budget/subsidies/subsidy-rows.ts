import type { SubsidyBatch, SubsidyMove } from '@zhanggui/budget'
import { cents, parseDay } from '@zhanggui/kernel'
import { and, asc, eq } from 'drizzle-orm'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import type { BudgetKey } from '../budget-key.ts'
import { budgetSubsidies, budgetSubsidyMoves } from '../schema.ts'

type Db = RecordDb | RecordTx

export type StoredMove = SubsidyMove & { id: string }

const toBatch = (row: typeof budgetSubsidies.$inferSelect): SubsidyBatch => ({
  id: row.id,
  lineId: row.line,
  kind: row.kind,
  name: row.name,
  valueCents: cents(row.valueCents),
  perUnits: row.perUnits,
  validThroughDay: parseDay(row.validThroughDay),
  expectedRedemptionBp: row.expectedRedemptionBp,
})

const toMove = (row: typeof budgetSubsidyMoves.$inferSelect): StoredMove => ({
  id: row.id,
  batchId: row.subsidy,
  kind: row.kind,
  units: row.units,
  day: parseDay(row.day),
})

export async function readBatches(db: Db, { store, plan }: BudgetKey): Promise<SubsidyBatch[]> {
  const rows = await db
    .select()
    .from(budgetSubsidies)
    .where(and(eq(budgetSubsidies.store, store), eq(budgetSubsidies.plan, plan)))
    .orderBy(asc(budgetSubsidies.createdAt), asc(budgetSubsidies.id))
  return rows.map(toBatch)
}

/** Every move of a plan, in the order it was written. */
export async function readMoves(db: Db, { store, plan }: BudgetKey): Promise<StoredMove[]> {
  const rows = await db
    .select()
    .from(budgetSubsidyMoves)
    .where(and(eq(budgetSubsidyMoves.store, store), eq(budgetSubsidyMoves.plan, plan)))
    .orderBy(asc(budgetSubsidyMoves.sequence))
  return rows.map(toMove)
}
