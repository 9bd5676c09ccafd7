import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'
import { stores } from '../schema.ts'

const storeColumn = () =>
  text('store')
    .notNull()
    .references(() => stores.id, { onDelete: 'cascade' })

/** One request for a second person's word, with everything that the change needs once it is given. */
export const approvals = pgTable(
  'admin_approvals',
  {
    id: text('id').primaryKey(),
    store: storeColumn(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    state: text('state').notNull(),
    reason: text('reason').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    decisionReason: text('decision_reason').notNull().default(''),
    singlePerson: boolean('single_person').notNull().default(false),
  },
  (table) => [index('admin_approvals_store').on(table.store, table.state, table.askedAt)],
)

/** What a shop said about a kind; without a row the declaration's default holds. */
export const approvalRules = pgTable(
  'admin_approval_rules',
  {
    store: storeColumn(),
    kind: text('kind').notNull(),
    enabled: boolean('enabled').notNull(),
    expiryHours: integer('expiry_hours').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.kind] })],
)

export type ApprovalRow = typeof approvals.$inferSelect
