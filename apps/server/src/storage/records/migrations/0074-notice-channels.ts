import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/**
 * Where messages go besides the page, and every message on its way: written with what it tells of in one transaction and sent
 * afterwards, so that a message is neither lost by a crash nor sent for what was rolled back. Secrets stand here sealed.
 */
export const noticeChannels: RecordMigration = {
  id: '0074',
  name: 'notice-channels',
  statements: [
    `CREATE TABLE notice_channels (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  id text NOT NULL,
  name text NOT NULL,
  settings jsonb NOT NULL,
  sealed text,
  secrets jsonb NOT NULL,
  enabled boolean NOT NULL,
  from_severity text NOT NULL,
  roles jsonb NOT NULL,
  last_sent_at ${instant},
  last_error text,
  PRIMARY KEY (store, id)
)`,
    `CREATE TABLE notice_deliveries (
  id bigserial PRIMARY KEY,
  store text NOT NULL,
  channel text NOT NULL,
  message jsonb NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL,
  next_at ${instant},
  last_error text,
  created_at ${instant} NOT NULL,
  sent_at ${instant},
  FOREIGN KEY (store, channel) REFERENCES notice_channels (store, id) ON DELETE CASCADE
)`,
    "CREATE INDEX notice_deliveries_due ON notice_deliveries (next_at) WHERE state = 'pending'",
    'CREATE INDEX notice_deliveries_channel ON notice_deliveries (store, channel, id)',
  ],
}
