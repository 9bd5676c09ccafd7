import type { PromotionBody, PromotionFinding } from '@zhanggui/contract'
import { bigint, bigserial, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../storage/records/columns.ts'

const ofPromotion = { store: text('store').notNull(), promotion: text('promotion').notNull() }

export const promotions = pgTable(
  'promotions',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    /** Newest version, and the one that prices are made with. */
    version: integer('version').notNull(),
    approvedVersion: integer('approved_version'),
    stoppedAt: instant('stopped_at'),
    stoppedBy: text('stopped_by'),
    stopReason: text('stop_reason'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

/** What was written, version by version; a version is never changed, only checked and approved. */
export const promotionVersions = pgTable(
  'promotion_versions',
  {
    ...ofPromotion,
    number: integer('number').notNull(),
    body: jsonb('body').$type<PromotionBody>().notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    reason: text('reason').notNull(),
    checkedAt: instant('checked_at'),
    findings: jsonb('findings').$type<PromotionFinding[]>(),
    /** The approval that was asked for. */
    request: text('request'),
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.promotion, table.number] })],
)

/** What a promotion has cost the shop; fen. */
export const promotionBurns = pgTable(
  'promotion_burns',
  {
    ...ofPromotion,
    budgetCents: bigint('budget_cents', { mode: 'number' }),
    lockedCents: bigint('locked_cents', { mode: 'number' }).notNull().default(0),
    usedCents: bigint('used_cents', { mode: 'number' }).notNull().default(0),
    orders: bigint('orders', { mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.store, table.promotion] })],
)

export type NoticeKind = 'stopped' | 'budget_reached' | 'budget_nearly_used' | 'approved'

export const promotionNotices = pgTable('promotion_notices', {
  sequence: bigserial('sequence', { mode: 'number' }).primaryKey(),
  ...ofPromotion,
  kind: text('kind').$type<NoticeKind>().notNull(),
  facts: jsonb('facts').$type<Record<string, string | number>>().notNull(),
  at: instant('at').notNull(),
})

/** Numbers that change with what prices are made of: `revision` with the rules in force, `goods` with goods, floors and approved prices. */
export const promotionStates = pgTable('promotion_states', {
  store: text('store').primaryKey(),
  revision: bigint('revision', { mode: 'number' }).notNull(),
  goods: bigint('goods', { mode: 'number' }).notNull().default(0),
})

export type PromotionRow = typeof promotions.$inferSelect
export type VersionRow = typeof promotionVersions.$inferSelect
export type BurnRow = typeof promotionBurns.$inferSelect
