import { checkMove, type MoveError, type SubsidyMove } from '@zhanggui/budget'
import type { MoveSubsidy } from '@zhanggui/contract'
import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { type BudgetCaller, todayOf } from '../budget-key.ts'
import { planInTransaction } from '../plan-in-transaction.ts'
import { budgetSubsidyMoves } from '../schema.ts'
import { settleSubsidy } from './settle-subsidy.ts'
import { readBatches, readMoves } from './subsidy-rows.ts'

function moveFailure(error: MoveError): ApiFailure {
  switch (error.code) {
    case 'expired':
      return new ApiFailure('subsidy_over', { day: error.validThroughDay })
    case 'more_than_outstanding':
      return new ApiFailure('subsidy_units', { units: error.units, available: error.outstanding })
    case 'more_than_redeemed':
      return new ApiFailure('subsidy_units', { units: error.units, available: error.redeemed })
    case 'units_not_positive':
      return new ApiFailure('invalid_request', { where: 'units: a whole number above 0' })
  }
}

/** The day up to which the ledger follows a batch: a move may be dated later than today. */
const later = (a: BusinessDay, b: BusinessDay): BusinessDay => (a > b ? a : b)

/**
 * Writes that units were issued, used or given back, and lets the ledger follow (P4.09). The same id again changes nothing.
 * Errors: throws `not_found`, `subsidy_over`, `subsidy_units`, `budget_id_reused`, `budget_not_enough` when the line cannot set
 * the expected cost aside.
 */
export function moveSubsidy(
  context: Context,
  caller: BudgetCaller,
  { subsidy, ...input }: MoveSubsidy & { subsidy: string },
): Promise<void> {
  const { store, plan, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const { budget } = await planInTransaction(tx, caller)
    const batch = (await readBatches(tx, caller)).find((known) => known.id === subsidy)
    if (!batch) throw new ApiFailure('not_found', { what: `subsidies/${subsidy}` })
    const moves = (await readMoves(tx, caller)).filter((move) => move.batchId === subsidy)
    const before = moves.find((move) => move.id === input.id)
    const move: SubsidyMove = { batchId: subsidy, kind: input.kind, units: input.units, day: parseDay(input.day) }
    if (before) {
      const isSame = before.kind === move.kind && before.units === move.units && before.day === move.day
      if (!isSame) throw new ApiFailure('budget_id_reused', { id: input.id })
      return
    }
    const checked = checkMove(batch, moves, move)
    if (!checked.ok) throw moveFailure(checked.error)
    const { kind, units, day } = move
    const stamp = { movedBy: actor, movedAt: context.clock.now() }
    await tx.insert(budgetSubsidyMoves).values({ store, plan, subsidy, id: input.id, kind, units, day, ...stamp })
    await record({
      store,
      actor,
      action: kind,
      subject: `plans/${plan}/budget/subsidies/${subsidy}`,
      after: { units, day },
    })
    const asOf = later(todayOf(context, caller.shop), day)
    const key = { store, plan }
    const all = [...moves, move]
    await settleSubsidy(context, { tx, record }, { key, lines: budget, batch, moves: all, day: asOf, actor })
  })
}

/** Gives back what was set aside for batches that are over by now (run after their last day). Shape: postings made. */
export function settleSubsidies(context: Context, caller: BudgetCaller): Promise<number> {
  const { store, plan, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const { budget } = await planInTransaction(tx, caller)
    const moves = await readMoves(tx, caller)
    const day = todayOf(context, caller.shop)
    let posted = 0
    for (const batch of await readBatches(tx, caller)) {
      const mine = moves.filter((move) => move.batchId === batch.id)
      const given = { key: { store, plan }, lines: budget, batch, moves: mine, day, actor }
      posted += await settleSubsidy(context, { tx, record }, given)
    }
    return posted
  })
}
