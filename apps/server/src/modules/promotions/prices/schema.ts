import type { PriceProposal, PromotionFinding } from '@zhanggui/contract'
import { bigint, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

/** Prices that somebody asked for. Without `approved_at` a row changes nothing, whatever its date. */
export const priceProposals = pgTable(
  'price_proposals',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    sku: text('sku').notNull(),
    title: text('title').notNull(),
    beforeCents: bigint('before_cents', { mode: 'number' }),
    priceCents: bigint('price_cents', { mode: 'number' }).notNull(),
    struckCents: bigint('struck_cents', { mode: 'number' }),
    effectiveAt: instant('effective_at').notNull(),
    reason: text('reason').notNull(),
    effect: jsonb('effect').$type<NonNullable<PriceProposal['effect']>>().notNull(),
    findings: jsonb('findings').$type<PromotionFinding[]>().notNull(),
    request: text('request'),
    askedBy: text('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

export type ProposalRow = typeof priceProposals.$inferSelect
