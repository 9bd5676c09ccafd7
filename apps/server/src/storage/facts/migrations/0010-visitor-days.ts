import type { FactMigration } from './migration.ts'

/**
 * Keeps events summed up by visitor and day beside the events themselves, so that questions about visitors read a third of
 * the rows or less. The engine picks it by itself where a question allows, and it can never differ from the events: it is
 * part of the same data part. It is made when parts are merged, not on insert, so that intake and imports stay as fast.
 */
export const visitorDays: FactMigration = {
  id: '0010',
  name: 'visitor-days',
  statements: (facts) => {
    const events = `${facts.database}.${facts.localTable('events')}${facts.onCluster()}`
    const key = 'store, day, type, channel, device, province, campaign, visitor'
    return [
      `ALTER TABLE ${events} MODIFY SETTING materialize_projections_on_insert = 0, materialize_projections_on_merge = 1, lightweight_mutation_projection_mode = 'rebuild'`,
      `ALTER TABLE ${events} ADD PROJECTION IF NOT EXISTS visitor_days (SELECT ${key}, count() GROUP BY ${key})`,
    ]
  },
}
