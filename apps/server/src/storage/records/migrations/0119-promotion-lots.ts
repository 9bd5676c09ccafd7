import type { RecordMigration } from './migration.ts'

/** Stock that promotions bring into the order core: what was wanted of it and what stands there. */
export const promotionLots: RecordMigration = {
  id: '0119',
  name: 'promotion-lots',
  statements: [
    `CREATE TABLE promotion_lots (
  store text NOT NULL,
  promotion text NOT NULL,
  sku text NOT NULL,
  kind text NOT NULL,
  units bigint NOT NULL CHECK (units >= 0),
  terms jsonb NOT NULL,
  until timestamp(3) with time zone NOT NULL,
  state text NOT NULL DEFAULT 'planned',
  opened_units bigint NOT NULL DEFAULT 0,
  returning_units bigint,
  turn integer NOT NULL DEFAULT 0,
  problem jsonb,
  PRIMARY KEY (store, promotion, sku),
  FOREIGN KEY (store, promotion) REFERENCES promotions (store, id) ON DELETE CASCADE
)`,
  ],
}
