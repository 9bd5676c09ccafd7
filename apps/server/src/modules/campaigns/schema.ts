import type {
  AnyCampaignEntryBody,
  CampaignBody,
  CampaignEntryKind,
  CampaignPhase,
  CampaignState,
  CampaignTeam,
} from '@zhanggui/contract'
import { bigserial, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../storage/records/columns.ts'

const ofCampaign = { store: text('store').notNull(), campaign: text('campaign').notNull() }
const byWhom = { actor: text('actor').notNull(), at: instant('at').notNull() }

export const campaigns = pgTable(
  'campaigns',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    /** Counts the changes of the body. */
    revision: integer('revision').notNull(),
    state: text('state').$type<CampaignState>().notNull(),
    /** Tells the bursts of one campaign apart; 1 outside the phases. */
    wave: integer('wave').notNull(),
    body: jsonb('body').$type<CampaignBody>().notNull(),
    /** The approval that was asked for. */
    request: text('request'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

export const campaignEntries = pgTable(
  'campaign_entries',
  {
    ...ofCampaign,
    kind: text('kind').$type<CampaignEntryKind>().notNull(),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    body: jsonb('body').$type<AnyCampaignEntryBody>().notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.campaign, table.kind, table.id] })],
)

export const campaignSignatures = pgTable('campaign_signatures', {
  sequence: bigserial('sequence', { mode: 'number' }).primaryKey(),
  ...ofCampaign,
  phase: text('phase').$type<CampaignPhase>().notNull(),
  wave: integer('wave').notNull(),
  team: text('team').$type<CampaignTeam>().notNull(),
  name: text('name').notNull(),
  decision: text('decision').$type<'go' | 'noGo'>().notNull(),
  note: text('note').notNull(),
  ...byWhom,
})

export const campaignMoves = pgTable('campaign_moves', {
  sequence: bigserial('sequence', { mode: 'number' }).primaryKey(),
  ...ofCampaign,
  fromState: text('from_state').$type<CampaignState>().notNull(),
  toState: text('to_state').$type<CampaignState>().notNull(),
  wave: integer('wave').notNull(),
  blockedBy: jsonb('blocked_by').$type<string[]>().notNull(),
  note: text('note').notNull(),
  ...byWhom,
})

export const campaignEscalations = pgTable(
  'campaign_escalations',
  {
    ...ofCampaign,
    orderId: text('order_id').notNull(),
    kind: text('kind').$type<'unpaid' | 'refund'>().notNull(),
    told: text('told').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.campaign, table.orderId] })],
)

export type CampaignRow = typeof campaigns.$inferSelect
export type EntryRow = typeof campaignEntries.$inferSelect
export type SignatureRow = typeof campaignSignatures.$inferSelect
export type MoveRow = typeof campaignMoves.$inferSelect
