import type { PriceAnswer, PromotionOrderState, PromotionReturn } from '@zhanggui/contract'
import type { Cart, RefundPolicy, ReturnRequest, Rule } from '@zhanggui/promotion'
import { bigint, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

const amount = (name: string) => bigint(name, { mode: 'number' }).notNull()

/** An order as it was priced: the answer, and the cart and rules that give it again when something comes back. */
export type StoredPrice = { answer: PriceAnswer; cart: Cart; pipeline: string; rules: readonly Rule[] }

/** As it lies in the table: the rules by their hash. Orders of before that have their rules with themselves. */
export type KeptPrice = Omit<StoredPrice, 'rules'> & ({ ruleSet: string } | { rules: readonly Rule[] })

export type OrderState = PromotionOrderState

/** An order that uses promotions, as it was priced. `asked` is the hash of the question, to tell a repeat from another order. */
export const promotionOrders = pgTable(
  'promotion_orders',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    state: text('state').$type<OrderState>().notNull(),
    buyer: text('buyer'),
    asked: text('asked').notNull(),
    price: jsonb('price').$type<KeptPrice>().notNull(),
    payableCents: amount('payable_cents'),
    depositCents: amount('deposit_cents'),
    refundedCents: amount('refunded_cents'),
    /** How its returns are worked out; null before the first. */
    policy: text('policy').$type<RefundPolicy>(),
    pointsUsed: amount('points_used'),
    pointsEarned: amount('points_earned'),
    placedAt: instant('placed_at').notNull(),
    holdUntil: instant('hold_until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

/** Rules that orders were bought under, once under the hash of what they say; never changed. */
export const promotionRuleSets = pgTable(
  'promotion_rule_sets',
  { store: text('store').notNull(), hash: text('hash').notNull(), rules: jsonb('rules').$type<Rule[]>().notNull() },
  (table) => [primaryKey({ columns: [table.store, table.hash] })],
)

/** What an order took of each rule: the shop's cost and the units; `coupon` is '' for a rule that asks for none. */
export const promotionUses = pgTable(
  'promotion_uses',
  {
    store: text('store').notNull(),
    orderId: text('order_id').notNull(),
    rule: text('rule').notNull(),
    coupon: text('coupon').notNull(),
    promotion: text('promotion').notNull(),
    costCents: amount('cost_cents'),
    units: amount('units'),
  },
  (table) => [primaryKey({ columns: [table.store, table.orderId, table.rule, table.coupon] })],
)

/** How often a buyer has used a rule, in orders and in units. */
export const promotionRuleBuyers = pgTable(
  'promotion_rule_buyers',
  {
    store: text('store').notNull(),
    rule: text('rule').notNull(),
    buyer: text('buyer').notNull(),
    times: integer('times').notNull(),
    units: amount('units'),
  },
  (table) => [primaryKey({ columns: [table.store, table.rule, table.buyer] })],
)

/** What was given back, return by return; `request` in order of `number` gives the order's standing again. */
export const promotionReturns = pgTable(
  'promotion_returns',
  {
    store: text('store').notNull(),
    orderId: text('order_id').notNull(),
    id: text('id').notNull(),
    number: integer('number').notNull(),
    asked: text('asked').notNull(),
    request: jsonb('request').$type<ReturnRequest>().notNull(),
    answer: jsonb('answer').$type<PromotionReturn>().notNull(),
    refundCents: amount('refund_cents'),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.orderId, table.id] })],
)

export type ReturnRow = typeof promotionReturns.$inferSelect
export type KeptOrderRow = typeof promotionOrders.$inferSelect
/** An order with the rules that it was bought under. */
export type OrderRow = Omit<KeptOrderRow, 'price'> & { price: StoredPrice }
export type UseRow = typeof promotionUses.$inferSelect
