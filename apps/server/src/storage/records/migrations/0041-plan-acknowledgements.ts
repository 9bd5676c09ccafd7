import type { RecordMigration } from './migration.ts'

/**
 * Warnings and notes of a plan's check that somebody has read and lets stand, with the plan's newest version at that time:
 * one can see later what was known when a version was approved.
 */
export const planAcknowledgements: RecordMigration = {
  id: '0041',
  name: 'plan-acknowledgements',
  statements: [
    `CREATE TABLE plan_acknowledgements (
  store text NOT NULL,
  plan text NOT NULL,
  key text NOT NULL,
  rule text NOT NULL,
  message text NOT NULL,
  reason text NOT NULL,
  version integer NOT NULL,
  actor text NOT NULL,
  acknowledged_at timestamp(3) with time zone NOT NULL,
  PRIMARY KEY (store, plan, key),
  FOREIGN KEY (store, plan) REFERENCES plans (store, id) ON DELETE CASCADE
)`,
  ],
}
