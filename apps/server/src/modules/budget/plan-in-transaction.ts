import type { Plan } from '@zhanggui/plan'
import type { RecordTx } from '../../storage/records/record-store.ts'
import { lockPlan, planOf, readPartRows } from '../goals/plans/plan-rows.ts'
import type { BudgetKey } from './budget-key.ts'

/** The plan as the transaction sees it, held until it ends. Errors: throws `not_found`. */
export async function planInTransaction(tx: RecordTx, key: BudgetKey): Promise<Plan> {
  const row = await lockPlan(tx, key)
  return planOf(row, await readPartRows(tx, key))
}
