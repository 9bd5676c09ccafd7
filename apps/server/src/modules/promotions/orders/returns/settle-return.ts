import { businessDayOf } from '@zhanggui/kernel'
import type { Standing } from '@zhanggui/promotion'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { revokeCards } from '../../cards/move-cards.ts'
import { coupons } from '../../coupons/schema.ts'
import { postPoints } from '../../points/post-points.ts'
import { type Uncount, uncountRuleUses } from '../count-rule-uses.ts'
import { moveCoupons } from '../hold-coupons.ts'
import { pointsOfReturn } from '../order-points.ts'
import { readUses } from '../order-rows.ts'
import { costByPromotion } from '../order-uses.ts'
import { giveBackBudgets } from '../reserve-budgets.ts'
import { type OrderRow, promotionUses, type UseRow } from '../schema.ts'
import { pricedOf } from '../stored-order.ts'
import { pointsBack } from './present-return.ts'
import type { Reckoned } from './reckon-return.ts'
import { unitsReduced, usesAfter } from './uses-after.ts'

type Uses = { before: readonly UseRow[]; after: readonly UseRow[] }

export const isEmpty = ({ lines }: Standing): boolean => lines.every(({ unitsLeft }) => unitsLeft === 0)

/** Coupons that come back are the buyer's again; those that stay used cost what they still take off. */
async function settleCoupons(context: Context, tx: RecordTx, row: OrderRow, { refund }: Reckoned, uses: Uses) {
  const { store, id: orderId } = row
  const back = refund.claimsBack.map(({ claimId }) => ({ coupon: claimId, costCents: 0 }))
  await moveCoupons(context, tx, store, { orderId, kind: 'giveBack', uses: back })
  const staying = new Set(refund.after.claims.map(({ claimId }) => claimId))
  for (const { coupon, costCents } of uses.after)
    if (staying.has(coupon))
      await tx
        .update(coupons)
        .set({ costCents })
        .where(and(eq(coupons.store, store), eq(coupons.id, coupon)))
}

async function settleUses(tx: RecordTx, { after }: Uses): Promise<void> {
  for (const use of after) {
    const { store, orderId, rule, coupon, costCents, units } = use
    await tx
      .insert(promotionUses)
      .values({ ...use, store, orderId, rule, coupon })
      .onConflictDoUpdate({
        target: [promotionUses.store, promotionUses.orderId, promotionUses.rule, promotionUses.coupon],
        set: { costCents, units },
      })
  }
}

/** Units that came back may be bought at the limited price again; the order counts until nothing of the rule's goods is left. */
function uncounts(row: OrderRow, { before, refund }: Reckoned, uses: Uses): Uncount[] {
  const priced = pricedOf(row)
  const rules = [...new Set(uses.before.map(({ rule }) => rule))]
  const unitsOf = (rows: readonly UseRow[], rule: string): number =>
    rows.filter((use) => use.rule === rule).reduce((sum, { units }) => sum + units, 0)
  return rules.map((rule) => {
    const had = unitsReduced(priced, before, rule) > 0
    const has = unitsReduced(priced, refund.after, rule) > 0
    return { rule, times: had && !has ? 1 : 0, units: unitsOf(uses.before, rule) - unitsOf(uses.after, rule) }
  })
}

function burnBack({ before, after }: Uses) {
  const left = new Map(costByPromotion(after).map(({ promotion, cents }) => [promotion, cents]))
  const had = new Map(costByPromotion(before).map(({ promotion, cents }) => [promotion, cents]))
  const ids = [...new Set([...had.keys(), ...left.keys()])].sort()
  return ids.map((promotion) => ({ promotion, cents: (had.get(promotion) ?? 0) - (left.get(promotion) ?? 0) }))
}

/**
 * Lets everything that an order used follow a return: coupons and what they cost, limits of the buyer, points both ways, rebate
 * cards, budgets.
 * In the order in which `placeOrder` takes them, so that a return and an order never wait for each other.
 */
export async function settleReturn(
  context: Context,
  tx: RecordTx,
  given: { row: OrderRow; reckoned: Reckoned; returnId: string; timezone: string },
): Promise<void> {
  const { row, reckoned, returnId, timezone } = given
  const { store, buyer } = row
  const before = await readUses(tx, store, row.id)
  const uses = { before, after: usesAfter(row, reckoned.refund.after, before) }
  await settleUses(tx, uses)
  await settleCoupons(context, tx, row, reckoned, uses)
  if (buyer !== null) {
    await uncountRuleUses(tx, { store, buyer }, uncounts(row, reckoned, uses))
    const at = context.clock.now()
    const day = businessDayOf(at, timezone)
    const postings = pointsOfReturn(row.id, returnId, { ...pointsBack(reckoned.refund), day })
    if (postings.length > 0) await postPoints(tx, { store, buyer }, { postings, day, at })
  }
  await revokeCards(tx, row, reckoned.refund)
  const orders = isEmpty(reckoned.refund.after) && !isEmpty(reckoned.before) ? 1 : 0
  await giveBackBudgets(tx, store, { costs: burnBack(uses), orders })
}
