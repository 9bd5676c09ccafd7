import type { RecordMigration } from './migration.ts'

const instant = 'timestamp(3) with time zone'

/**
 * What came of each service level of a partner's contract in each whole week or month, with the target as it was then and the
 * partner's own word on a miss. Partners, contracts and levels themselves are resources.
 */
export const partners: RecordMigration = {
  id: '0111',
  name: 'partners',
  statements: [
    `CREATE TABLE partner_verdicts (
  store text NOT NULL REFERENCES admin_stores (id) ON DELETE CASCADE,
  level text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('kept', 'missed', 'unknown')),
  value double precision,
  sample double precision NOT NULL,
  target double precision NOT NULL,
  judged_at ${instant} NOT NULL,
  cause text,
  remedy text,
  remedy_day date,
  answered_by text,
  answered_at ${instant},
  PRIMARY KEY (store, level, period_from)
)`,
  ],
}
