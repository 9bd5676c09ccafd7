import type { RecordMigration } from './migration.ts'

/** A number that changes with everything that prices take from goods: what they are and cost, floors, approved prices. */
export const goodsRevision: RecordMigration = {
  id: '0130',
  name: 'goods-revision',
  statements: ['ALTER TABLE promotion_states ADD COLUMN goods bigint NOT NULL DEFAULT 0'],
}
