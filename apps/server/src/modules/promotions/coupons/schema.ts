import type { CouponState } from '@zhanggui/promotion'
import { bigint, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, store } from '../../../storage/records/columns.ts'

const amount = (name: string) => bigint(name, { mode: 'number' })

/** Coupons of one rule with one set of limits. `claimed` is tested and raised by one statement, so that it never passes `total`. */
export const couponBatches = pgTable(
  'coupon_batches',
  {
    store: store(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    promotion: text('promotion').notNull(),
    rule: text('rule').notNull(),
    total: amount('total').notNull(),
    perBuyer: integer('per_buyer').notNull(),
    claimFrom: instant('claim_from').notNull(),
    claimUntil: instant('claim_until').notNull(),
    earlyAccess: jsonb('early_access').$type<{ minTier: number; from: string }[]>().notNull(),
    validUntil: instant('valid_until'),
    validDays: integer('valid_days'),
    faceCents: amount('face_cents').notNull(),
    subsidy: jsonb('subsidy').$type<{ plan: string; lineId: string; expectedRedemptionBp: number }>(),
    claimed: amount('claimed').notNull().default(0),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

export const couponHolders = pgTable(
  'coupon_holders',
  {
    store: store(),
    batch: text('batch').notNull(),
    buyer: text('buyer').notNull(),
    claimed: integer('claimed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.batch, table.buyer] })],
)

/** One coupon of one buyer (the shop's keyed hash). `cost_cents`: what the shop paid when it was used. */
export const coupons = pgTable(
  'coupons',
  {
    store: store(),
    id: text('id').notNull(),
    batch: text('batch').notNull(),
    rule: text('rule').notNull(),
    buyer: text('buyer').notNull(),
    state: text('state').$type<CouponState>().notNull(),
    claimedAt: instant('claimed_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    orderId: text('order_id'),
    costCents: amount('cost_cents').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

/** Codes that were handed out, as a keyed hash: whoever reads the table cannot use one. */
export const couponCodes = pgTable(
  'coupon_codes',
  {
    store: store(),
    hash: text('hash').notNull(),
    batch: text('batch').notNull(),
    usesLeft: integer('uses_left').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.hash] })],
)

/** Codes that somebody tried and that do not exist. */
export const couponTries = pgTable(
  'coupon_tries',
  { store: store(), who: text('who').notNull(), wrong: integer('wrong').notNull(), since: instant('since').notNull() },
  (table) => [primaryKey({ columns: [table.store, table.who] })],
)

export type BatchRow = typeof couponBatches.$inferSelect
export type CouponRow = typeof coupons.$inferSelect
