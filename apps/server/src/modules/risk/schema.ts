import type { RISK_CHECK_STATES, RISK_LABELS, RISK_SOURCES, RISK_VERDICTS, RiskScorecardBody } from '@zhanggui/contract'
import type { CommandOf, RiskProfile } from '@zhanggui/orders'
import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, store } from '../../storage/records/columns.ts'
import { newestVersion, versionTable } from '../admin/versioned/version-columns.ts'

export type RiskVerdict = (typeof RISK_VERDICTS)[number]
export type RiskLabel = (typeof RISK_LABELS)[number]
export type CheckState = (typeof RISK_CHECK_STATES)[number]

/** `command`: what the order core judged, keyed hashes in it. The two flags: what profiles have learnt of it. */
export const riskOrders = pgTable(
  'risk_orders',
  {
    store: store(),
    orderId: text('order_id').notNull(),
    at: instant('at').notNull(),
    command: jsonb('command').$type<CommandOf<'reserve'>>().notNull(),
    buyer: text('buyer'),
    cents: bigint('cents', { mode: 'number' }).notNull(),
    verdict: text('verdict').$type<RiskVerdict>().notNull(),
    label: text('label').$type<RiskLabel>(),
    source: text('source').$type<(typeof RISK_SOURCES)[number]>(),
    labelledBy: text('labelled_by'),
    labelledAt: instant('labelled_at'),
    isOrderNoted: boolean('is_order_noted').notNull().default(false),
    isOutcomeNoted: boolean('is_outcome_noted').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.store, table.orderId] })],
)

export const riskProfiles = pgTable(
  'risk_profiles',
  {
    store: store(),
    kind: text('kind').$type<'buyer' | 'source' | 'device'>().notNull(),
    key: text('key').notNull(),
    profile: jsonb('profile').$type<RiskProfile>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.kind, table.key] })],
)

/** `code_hash`: keyed with a secret of the installation, so that six digits cannot be tried out on a copy of the table. */
export const riskChecks = pgTable(
  'risk_checks',
  {
    store: store(),
    orderId: text('order_id').notNull(),
    adapter: text('adapter').notNull(),
    codeHash: text('code_hash').notNull(),
    triesLeft: integer('tries_left').notNull(),
    until: instant('until').notNull(),
    state: text('state').$type<CheckState>().notNull(),
    sentAt: instant('sent_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.store, table.orderId] })],
)

export const riskScorecards = pgTable('risk_scorecards', newestVersion<RiskScorecardBody>(), (table) => [
  primaryKey({ columns: [table.store, table.id] }),
])

export const riskScorecardVersions = versionTable<RiskScorecardBody>('risk_scorecard_versions', 'scorecard')

/** `turn` counts changes, so that each has a command of its own; `reached_at`: when the order core took it in. */
export const riskInForce = pgTable('risk_in_force', {
  store: text('store').primaryKey(),
  version: integer('version').notNull(),
  turn: integer('turn').notNull(),
  since: instant('since').notNull(),
  by: text('by').notNull(),
  reachedAt: instant('reached_at'),
})

export type RiskOrderRow = typeof riskOrders.$inferSelect
export type RiskCheckRow = typeof riskChecks.$inferSelect
