import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { writeNotice } from '../records/notices.ts'
import { throwSwitch } from '../records/stop-promotion.ts'
import { promotionBurns } from '../schema.ts'
import { PriceMovedOn } from './price-moved-on.ts'

type Reserve = { promotion: string; cents: number }

/** From here on people are told that a budget is nearly used. */
const NEARLY_USED = 0.9

const ownBurn = (store: string, promotion: string) =>
  and(eq(promotionBurns.store, store), eq(promotionBurns.promotion, promotion))

/**
 * Takes an order's cost out of a budget, with the test in the same statement: an order goes through while anything is left, so
 * that the budget is passed by one order at the most, however many come at once (P6.35).
 */
async function reserve(tx: RecordTx, store: string, { promotion, cents }: Reserve) {
  const { budgetCents, lockedCents, usedCents, orders } = promotionBurns
  const isLeft = or(isNull(budgetCents), sql`${lockedCents} + ${usedCents} < ${budgetCents}`)
  const [row] = await tx
    .update(promotionBurns)
    .set({ lockedCents: sql`${lockedCents} + ${cents}`, orders: sql`${orders} + 1` })
    .where(and(ownBurn(store, promotion), isLeft))
    .returning()
  if (!row) throw new PriceMovedOn(`the budget of ${promotion} is used`)
  return row
}

const REASON = '预算已用完，自动停止 / the budget is used'

async function stopWhenUsed(
  tx: RecordTx,
  row: Awaited<ReturnType<typeof reserve>>,
  given: { cents: number; at: Date; name: string },
): Promise<boolean> {
  const { store, promotion, budgetCents, lockedCents, usedCents } = row
  if (budgetCents === null) return false
  const spentCents = lockedCents + usedCents
  const { at, name, cents } = given
  const key = { store, promotion }
  const facts = { name, spentCents, budgetCents }
  const isStopping = spentCents >= budgetCents
  const nearly = budgetCents * NEARLY_USED
  if (isStopping) {
    await throwSwitch(tx, key, { actor: 'system', reason: REASON, at })
    await writeNotice(tx, key, { kind: 'budget_reached', facts, at })
  } else if (spentCents >= nearly && spentCents - cents < nearly)
    await writeNotice(tx, key, { kind: 'budget_nearly_used', facts, at })
  return isStopping
}

/**
 * Reserves the cost of an order in every budget. Shape: the promotions that this order stopped.
 * Errors: throws `PriceMovedOn` when a budget was used up meanwhile.
 */
export async function reserveBudgets(
  context: Context,
  tx: RecordTx,
  store: string,
  costs: readonly (Reserve & { name: string })[],
): Promise<string[]> {
  const at = context.clock.now()
  const stopped: string[] = []
  for (const cost of costs) {
    const row = await reserve(tx, store, cost)
    if (await stopWhenUsed(tx, row, { cents: cost.cents, at, name: cost.name })) stopped.push(cost.promotion)
  }
  return stopped
}

/** What becomes of reserved money: paid for, or free again. */
export async function settleBudgets(
  tx: RecordTx,
  store: string,
  costs: readonly Reserve[],
  to: 'used' | 'free',
): Promise<void> {
  const { lockedCents, usedCents, orders } = promotionBurns
  for (const { promotion, cents } of costs) {
    const settled = to === 'used' ? { usedCents: sql`${usedCents} + ${cents}` } : { orders: sql`${orders} - 1` }
    await tx
      .update(promotionBurns)
      .set({ lockedCents: sql`${lockedCents} - ${cents}`, ...settled })
      .where(ownBurn(store, promotion))
  }
}

/** Gives back what a paid order used and no longer does; `orders` is 1 when nothing of the order is left. */
export async function giveBackBudgets(
  tx: RecordTx,
  store: string,
  { costs, orders: gone }: { costs: readonly Reserve[]; orders: 0 | 1 },
): Promise<void> {
  const { usedCents, orders } = promotionBurns
  for (const { promotion, cents } of costs)
    await tx
      .update(promotionBurns)
      .set({ usedCents: sql`${usedCents} - ${cents}`, orders: sql`${orders} - ${gone}` })
      .where(ownBurn(store, promotion))
}
