import type { OpenSubsidy } from '@zhanggui/contract'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { BudgetCaller } from '../budget-key.ts'
import { planInTransaction } from '../plan-in-transaction.ts'
import { budgetSubsidies } from '../schema.ts'

/**
 * Declares units that will be given out together. The same declaration again changes nothing.
 * Errors: throws `not_found` for an unknown line, `budget_not_subsidy` for a line of another kind, `budget_id_reused`.
 */
export function openSubsidy(context: Context, caller: BudgetCaller, input: OpenSubsidy): Promise<void> {
  const { store, plan, actor } = caller
  const { id, lineId: line, kind, name, valueCents, perUnits = 1, validThroughDay, expectedRedemptionBp } = input
  const values = { line, kind, name, valueCents, perUnits, validThroughDay, expectedRedemptionBp }
  return auditedTransaction(context, async (tx, record) => {
    const { budget } = await planInTransaction(tx, caller)
    const found = budget.find((known) => known.id === line)
    if (!found) throw new ApiFailure('not_found', { what: `lines/${line}` })
    if (found.kind !== 'subsidy') throw new ApiFailure('budget_not_subsidy', { line: found.name })
    const own = and(eq(budgetSubsidies.store, store), eq(budgetSubsidies.plan, plan), eq(budgetSubsidies.id, id))
    const [before] = await tx.select().from(budgetSubsidies).where(own)
    if (before) {
      const isSame = Object.entries(values).every(([key, value]) => before[key as keyof typeof before] === value)
      if (!isSame) throw new ApiFailure('budget_id_reused', { id })
      return
    }
    const stamp = { createdBy: actor, createdAt: context.clock.now() }
    await tx.insert(budgetSubsidies).values({ store, plan, id, ...values, ...stamp })
    await record({ store, actor, action: 'create', subject: `plans/${plan}/budget/subsidies/${id}`, after: values })
  })
}
