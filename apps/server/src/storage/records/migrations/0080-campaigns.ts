import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'
const ofCampaign = `store text NOT NULL,
  campaign text NOT NULL,`
const campaignKey = 'FOREIGN KEY (store, campaign) REFERENCES campaigns (store, id) ON DELETE CASCADE'

/**
 * Campaigns, what hangs on them (work, run sheet, pages, training, slots …), who said go, how they moved from phase to phase, and
 * the orders that somebody was told of because they stayed open.
 */
export const campaigns: RecordMigration = {
  id: '0080',
  name: 'campaigns',
  statements: [
    `CREATE TABLE campaigns (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  id text NOT NULL,
  revision integer NOT NULL,
  state text NOT NULL,
  wave integer NOT NULL,
  body jsonb NOT NULL,
  request text,
  created_by text NOT NULL,
  created_at ${instant} NOT NULL,
  changed_by text NOT NULL,
  changed_at ${instant} NOT NULL,
  PRIMARY KEY (store, id)
)`,
    `CREATE TABLE campaign_entries (
  ${ofCampaign}
  kind text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  changed_by text NOT NULL,
  changed_at ${instant} NOT NULL,
  PRIMARY KEY (store, campaign, kind, id),
  ${campaignKey}
)`,
    `CREATE INDEX campaign_entries_planned ON campaign_entries (store, campaign) WHERE kind = 'run'`,
    `CREATE TABLE campaign_signatures (
  sequence bigserial PRIMARY KEY,
  ${ofCampaign}
  phase text NOT NULL,
  wave integer NOT NULL,
  team text NOT NULL,
  name text NOT NULL,
  decision text NOT NULL,
  note text NOT NULL,
  actor text NOT NULL,
  at ${instant} NOT NULL,
  ${campaignKey}
)`,
    'CREATE INDEX campaign_signatures_campaign ON campaign_signatures (store, campaign)',
    `CREATE TABLE campaign_moves (
  sequence bigserial PRIMARY KEY,
  ${ofCampaign}
  from_state text NOT NULL,
  to_state text NOT NULL,
  wave integer NOT NULL,
  blocked_by jsonb NOT NULL,
  note text NOT NULL,
  actor text NOT NULL,
  at ${instant} NOT NULL,
  ${campaignKey}
)`,
    'CREATE INDEX campaign_moves_campaign ON campaign_moves (store, campaign, sequence)',
    `CREATE TABLE campaign_escalations (
  ${ofCampaign}
  order_id text NOT NULL,
  kind text NOT NULL,
  told text NOT NULL,
  at ${instant} NOT NULL,
  PRIMARY KEY (store, campaign, order_id),
  ${campaignKey}
)`,
  ],
}
