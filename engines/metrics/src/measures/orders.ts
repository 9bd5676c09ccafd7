import { LINE_CATEGORY } from '../join.ts'
import type { Measure } from '../measure.ts'
import { IS_NEW, PURCHASE } from '../sources/order-lines.ts'

/** Sum of a column over the rows that meet a condition: 0 when none does, NULL when all that do are unknown. */
const sumWhere = (column: string, condition: string): string =>
  `if(countIf(${condition}) = 0, 0, sumIf(${column}, ${condition}))`

/** Distinct buyers that meet a condition; NULL when no row of the cell says who bought. */
const buyersWhere = (condition: string): string =>
  `if(countIf(f.buyer != 0) = 0, NULL, uniqExactIf(f.buyer, f.buyer != 0 AND ${condition}))`

/** An amount that is NULL as soon as one row's part of it is unknown: a cost that is partly known is not a cost. */
const sumIfAllKnown = (amount: string): string => `if(countIf(isNull(${amount})) = 0, sum(${amount}), NULL)`

const PROMO = 'has({promoDays:Array(Date)}, assumeNotNull(f.paid_day))'
const CO_BRAND = "(position(f.title, '联名') > 0 OR positionCaseInsensitive(f.campaign, 'cobrand') > 0)"
const UNIT_COST = 'coalesce(sku_costs.cost_cents, products.cost_cents)'
/** Postage and fees are no goods and cost nothing to buy. */
const COST = `if(f.is_product = 0, 0, coalesce(f.cost_cents, ${UNIT_COST} * f.quantity))`
const COST_JOINS = ['products', 'skuCosts'] as const

const paid = (id: string, sql: string, joins?: Measure['joins']): Measure => ({
  id,
  source: 'paidLines',
  sql,
  ...(joins ? { joins } : {}),
})

export const PLACED_MEASURES: readonly Measure[] = [
  { id: 'gmv', source: 'placedLines', sql: 'sum(f.gmv_cents)' },
  { id: 'presaleGmv', source: 'placedLines', sql: 'sumIf(f.gmv_cents, f.presale = 1)' },
  { id: 'placedOrders', source: 'placedLines', sql: 'uniqExact(f.order_id)' },
  {
    id: 'placedOrdersPaid',
    source: 'placedLines',
    sql: 'uniqExactIf(f.order_id, f.paid_day IS NOT NULL)',
  },
  { id: 'unpaidGmv', source: 'placedLines', sql: 'sumIf(f.gmv_cents, f.paid_day IS NULL)' },
  {
    id: 'placedOrdersCancelled',
    source: 'placedLines',
    sql: "uniqExactIf(f.order_id, f.paid_day IS NULL AND f.status = 'closed')",
  },
]

export const PAID_MEASURES: readonly Measure[] = [
  paid('paid', 'sum(f.paid_cents)'),
  paid('orders', `uniqExactIf(f.order_id, ${PURCHASE})`),
  paid('buyers', buyersWhere(PURCHASE)),
  paid('unitsSold', 'sumIf(f.quantity, f.is_product = 1)'),
  paid('itemsSold', "uniqExactIf(f.item_id, f.is_product = 1 AND f.item_id != '' AND f.quantity > 0)"),
  paid('newBuyers', buyersWhere(`${PURCHASE} AND ${IS_NEW}`), ['firstPurchases']),
  paid('returningBuyers', buyersWhere(`${PURCHASE} AND NOT (${IS_NEW})`), ['firstPurchases']),
  paid('newPaid', sumWhere('f.paid_cents', `f.buyer != 0 AND ${IS_NEW}`), ['firstPurchases']),
  paid('identifiedPaid', sumWhere('f.paid_cents', 'f.buyer != 0')),
  paid('anonymousPaid', sumWhere('f.paid_cents', 'f.buyer = 0')),
  paid('memberPaid', sumWhere('f.paid_cents', "f.member_tier != ''")),
  paid('memberBuyers', buyersWhere(`${PURCHASE} AND f.member_tier != ''`)),
  paid('promoPaid', sumWhere('f.paid_cents', PROMO)),
  paid('ordinaryPaid', sumWhere('f.paid_cents', `NOT ${PROMO}`)),
  paid('newItemPaid', sumWhere('f.paid_cents', "f.item_id != '' AND first_item_sales.day >= $periodFrom"), [
    'firstItemSales',
  ]),
  paid(
    'newCategoryPaid',
    sumWhere('f.paid_cents', `${LINE_CATEGORY} != '' AND first_category_sales.day >= $periodFrom`),
    ['products', 'firstCategorySales'],
  ),
  paid('coBrandPaid', sumWhere('f.paid_cents', CO_BRAND)),
  paid('presalePaid', sumWhere('f.paid_cents', 'f.presale = 1')),
  paid('discount', 'sum(f.discount_cents)'),
  paid('cost', sumIfAllKnown(COST), COST_JOINS),
  paid('commission', sumIfAllKnown('f.commission_cents')),
  paid('freight', sumIfAllKnown('f.freight_cents')),
  paid('transactionFees', sumIfAllKnown('f.fee_cents')),
  paid('costKnownPaid', sumWhere('f.paid_cents', `isNotNull(${COST})`), COST_JOINS),
]

export const REFUND_MEASURES: readonly Measure[] = [
  { id: 'refunded', source: 'refundedLines', sql: 'sum(f.refund_cents)' },
  { id: 'refundOrders', source: 'refundedLines', sql: 'uniqExactIf(f.order_id, f.refund_cents > 0)' },
]

export const BUYER_MEASURES: readonly Measure[] = [
  { id: 'repeatBuyers', source: 'paidBuyers', sql: 'countIf(orders >= 2)' },
  { id: 'identifiedOrders', source: 'paidBuyers', sql: 'sum(orders)' },
]

export const DAY_MEASURES: readonly Measure[] = [
  {
    id: 'ordinaryPaidSquares',
    source: 'paidDays',
    sql: 'sumIf(toFloat64(paid_cents) * toFloat64(paid_cents), NOT has({promoDays:Array(Date)}, day))',
  },
]

/** Windows for repurchase, in days. */
export const REPURCHASE_WINDOWS = [30, 90, 180, 365] as const

/** Buyers whose window is over by the last day of data, and those of them who bought again within it. */
export const REPURCHASE_MEASURES: readonly Measure[] = REPURCHASE_WINDOWS.flatMap((days) => [
  {
    id: `watchedBuyers${days}d`,
    source: 'firstOrders',
    sql: `countIf(first_day + ${days} <= {dataEnd:Date})`,
  },
  {
    id: `returnedBuyers${days}d`,
    source: 'firstOrders',
    sql: `countIf(first_day + ${days} <= {dataEnd:Date} AND next_day - first_day <= ${days})`,
  },
])
