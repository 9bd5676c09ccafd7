import type { Store } from '@zhanggui/contract'
import { addDays, businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { moveSubsidy } from '../../budget/subsidies/move-subsidy.ts'
import { openSubsidy } from '../../budget/subsidies/open-subsidy.ts'
import { readMoves } from '../../budget/subsidies/subsidy-rows.ts'
import { readBatchRow } from './batch-rows.ts'
import { readBatch } from './list-coupons.ts'
import type { BatchRow } from './schema.ts'

/** One unit of the subsidy is one fen: coupons cost what they took off, which may be less than their face. */
const ONE_FEN = { valueCents: 1, perUnits: 1 }

const subsidyId = ({ id }: BatchRow): string => `coupons:${id}`

/** The last day on which any coupon of the batch can be used. */
function throughDayOf({ claimUntil, validUntil, validDays }: BatchRow, { timezone }: Store) {
  const byClaim = validDays === null ? null : addDays(businessDayOf(claimUntil, timezone), validDays)
  const byBatch = validUntil && businessDayOf(validUntil, timezone)
  const ends = [byClaim, byBatch].filter((day) => day !== null).sort()
  return ends[0] ?? businessDayOf(claimUntil, timezone)
}

type Kind = 'issue' | 'redeem' | 'return'

/** What the budget was told so far, fen. */
async function toldSoFar(context: Context, caller: { store: string; plan: string }, subsidy: string) {
  const moves = (await readMoves(context.records.db, caller)).filter(({ batchId }) => batchId === subsidy)
  const of = (kind: Kind): number => moves.reduce((sum, move) => sum + (move.kind === kind ? move.units : 0), 0)
  return { issued: of('issue'), redeemed: of('redeem') - of('return'), count: moves.length }
}

/**
 * Brings the budget up to where the coupons of a batch stand (P4.09): the face value of what was claimed is owed and its expected
 * share set aside, what orders took off is spent, what came back is given back. Safe to repeat: only differences are posted.
 * Shape: how many moves were posted. Errors: throws `coupon_no_subsidy`, `not_found`, `budget_not_enough`, `subsidy_over`.
 */
export async function settleCouponSubsidy(
  context: Context,
  caller: ResourceCaller,
  shop: Store,
  batch: string,
): Promise<number> {
  const row = await readBatchRow(context.records.db, shop.id, batch)
  if (!row.subsidy) throw new ApiFailure('coupon_no_subsidy', { batch })
  const { plan, lineId, expectedRedemptionBp } = row.subsidy
  const budgetCaller = { ...caller, shop, plan }
  const subsidy = subsidyId(row)
  const declared = { kind: 'coupon' as const, name: row.name, validThroughDay: throughDayOf(row, shop) }
  await openSubsidy(context, budgetCaller, { id: subsidy, lineId, expectedRedemptionBp, ...ONE_FEN, ...declared })
  const { actualCostCents, claimed } = await readBatch(context, shop.id, batch)
  const told = await toldSoFar(context, { store: shop.id, plan }, subsidy)
  const spent = actualCostCents - told.redeemed
  const due: [Kind, number][] = [
    ['issue', claimed * row.faceCents - told.issued],
    ['redeem', spent],
    ['return', -spent],
  ]
  const day = businessDayOf(context.clock.now(), shop.timezone)
  const moves = due.filter(([, units]) => units > 0)
  for (const [i, [kind, units]] of moves.entries())
    await moveSubsidy(context, budgetCaller, { subsidy, id: `${subsidy}:${told.count + i + 1}`, kind, units, day })
  return moves.length
}
