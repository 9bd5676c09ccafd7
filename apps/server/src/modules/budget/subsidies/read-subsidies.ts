import { addPositions, subsidyPosition } from '@zhanggui/budget'
import type { Subsidies } from '@zhanggui/contract'
import type { BusinessDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import type { BudgetCaller } from '../budget-key.ts'
import { readBatches, readMoves } from './subsidy-rows.ts'

/** Expected and actual cost of every batch, and what is still owed to buyers at the end of a day (P4.09). */
export async function readSubsidies(context: Context, caller: BudgetCaller, asOfDay: BusinessDay): Promise<Subsidies> {
  await readPlan(context, caller.store, caller.plan)
  const { db } = context.records
  const moves = await readMoves(db, caller)
  const batches = (await readBatches(db, caller)).map((batch) => ({
    ...batch,
    position: subsidyPosition(batch, moves, asOfDay),
  }))
  return { asOfDay, batches, totals: addPositions(batches.map((batch) => batch.position)) }
}
