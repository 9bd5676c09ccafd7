import type { RecordMigration } from './migration.ts'

/** Which paid orders have units that no parcel holds, and when that was last tried: who cannot be served keeps nobody else waiting. */
export const parcelsToPlan: RecordMigration = {
  id: '0100',
  name: 'parcels-to-plan',
  statements: [
    'ALTER TABLE shop_orders ADD COLUMN to_plan boolean NOT NULL DEFAULT true',
    'ALTER TABLE shop_orders ADD COLUMN plan_tried_at timestamp(3) with time zone',
    'DROP INDEX shop_orders_to_plan',
    "CREATE INDEX shop_orders_to_plan ON shop_orders (store, plan_tried_at, placed_at) WHERE stage = 'paid' AND to_plan",
  ],
}
