import type { RecordMigration } from './migration.ts'

/** Channels that speak to a simulator instead of the platform, and what it was given. Channels that are there stay real. */
export const simulatedChannels: RecordMigration = {
  id: '0127',
  name: 'simulated-channels',
  statements: [
    'ALTER TABLE notice_channels ADD COLUMN simulated boolean NOT NULL DEFAULT false',
    `CREATE TABLE notice_simulated (
  id bigserial PRIMARY KEY,
  store text NOT NULL,
  channel text NOT NULL,
  delivery text NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  recipient text NOT NULL,
  body text NOT NULL,
  UNIQUE (store, channel, delivery),
  FOREIGN KEY (store, channel) REFERENCES notice_channels (store, id) ON DELETE CASCADE
)`,
  ],
}
