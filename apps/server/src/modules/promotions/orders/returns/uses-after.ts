import type { PricedCart, Standing } from '@zhanggui/promotion'
import type { UseRow } from '../schema.ts'
import { pricedOf } from '../stored-order.ts'

type Order = Parameters<typeof pricedOf>[0]

/** Units that stay of the lines a rule reduced; of the whole order for a rule that reduced none (gifts, points). */
export function unitsReduced({ lines }: Pick<PricedCart, 'lines'>, standing: Standing, rule: string): number {
  const reduced = new Set(
    lines.filter(({ cuts }) => cuts.some(({ ruleId }) => ruleId === rule)).map(({ lineId }) => lineId),
  )
  return standing.lines
    .filter(({ lineId }) => reduced.size === 0 || reduced.has(lineId))
    .reduce((sum, { unitsLeft }) => sum + unitsLeft, 0)
}

/** What this shop bears of one rule and coupon on what stays. */
const costOf = ({ borne }: Standing, { store, rule, coupon }: Pick<UseRow, 'store' | 'rule' | 'coupon'>): number =>
  borne
    .filter((b) => b.payer === 'shop' && b.shopId === store && b.ruleId === rule && (b.claimId ?? '') === coupon)
    .reduce((sum, { cents }) => sum + cents, 0)

/** A rule that only holds for what stays: the better one went with the goods that came back. */
function newUses(row: Order, standing: Standing, uses: readonly UseRow[], key: Pick<UseRow, 'store' | 'orderId'>) {
  const known = new Set(uses.map(({ rule, coupon }) => `${rule}\n${coupon}`))
  const own = standing.borne.filter(({ shopId, payer }) => payer === 'shop' && shopId === key.store)
  const fresh = new Map(own.map(({ ruleId, claimId = '' }) => [`${ruleId}\n${claimId}`, { ruleId, claimId }]))
  return [...fresh]
    .filter(([id]) => !known.has(id))
    .map(([, { ruleId, claimId = '' }]): UseRow => {
      const promotion = row.price.answer.outcomes.find((outcome) => outcome.ruleId === ruleId)?.promotion ?? ''
      return { ...key, rule: ruleId, coupon: claimId, promotion, costCents: 0, units: 0 }
    })
}

/** The uses of an order once something came back: the cost and the units that stay, of every rule that has or had any. */
export function usesAfter(
  row: Order & { store: string; id: string },
  standing: Standing,
  uses: readonly UseRow[],
): UseRow[] {
  const priced = pricedOf(row)
  const all = [...uses, ...newUses(row, standing, uses, { store: row.store, orderId: row.id })]
  return all.map((use) => ({
    ...use,
    costCents: costOf(standing, use),
    units: Math.min(use.units, unitsReduced(priced, standing, use.rule)),
  }))
}
