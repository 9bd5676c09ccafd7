import type { PlanPart, PlanStatus, Side } from '@zhanggui/contract'
import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

export const plans = pgTable(
  'plans',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    year: integer('year').notNull(),
    currency: text('currency').notNull(),
    status: text('status').$type<PlanStatus>().notNull(),
    /** Newest version that was cut; 0 before the first. */
    version: integer('version').notNull(),
    approvedVersion: integer('approved_version'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

export const planParts = pgTable(
  'plan_parts',
  {
    store: text('store').notNull(),
    plan: text('plan').notNull(),
    part: text('part').$type<PlanPart>().notNull(),
    revision: integer('revision').notNull(),
    body: jsonb('body').notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.plan, table.part] })],
)

export const planVersions = pgTable(
  'plan_versions',
  {
    store: text('store').notNull(),
    plan: text('plan').notNull(),
    number: integer('number').notNull(),
    note: text('note').notNull(),
    approved: boolean('approved').notNull(),
    snapshot: text('snapshot').notNull(),
    sha256: text('sha256').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.plan, table.number] })],
)

/** Somebody on the merchant's or the brand's side has read a version and said so. */
export const planConfirmations = pgTable(
  'plan_confirmations',
  {
    store: text('store').notNull(),
    plan: text('plan').notNull(),
    number: integer('number').notNull(),
    actor: text('actor').notNull(),
    side: text('side').$type<Side>().notNull(),
    sha256: text('sha256').notNull(),
    note: text('note').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.plan, table.number, table.actor] })],
)
