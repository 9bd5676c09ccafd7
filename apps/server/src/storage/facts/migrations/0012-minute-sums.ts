import type { FactMigration } from './migration.ts'

/**
 * Keeps events summed up by minute, and by item and hour, beside the events themselves: what live screens, alerts and hot
 * lists ask for. Each is part of the same data part as its events, so it can neither miss an event nor hold one twice, takes
 * late events in and follows deletes. Parts that are not merged yet are read as they are; the engine puts both together.
 * Visitors are kept as mergeable sketches: exact for a minute of an ordinary shop, within half a per cent for large sets.
 */
export const minuteSums: FactMigration = {
  id: '0012',
  name: 'minute-sums',
  statements: (facts) => {
    const events = `${facts.database}.${facts.localTable('events')}${facts.onCluster()}`
    const byMinute = 'store, day, toStartOfMinute(at), type, channel, device, page'
    const byItem = 'store, day, toStartOfHour(at), type, item_id'
    const sums = 'count(), sum(quantity), sum(amount_cents)'
    return [
      `ALTER TABLE ${events} ADD PROJECTION IF NOT EXISTS minute_sums (SELECT ${byMinute}, ${sums}, uniqCombined64If(16)(visitor, visitor != 0) GROUP BY ${byMinute})`,
      `ALTER TABLE ${events} ADD PROJECTION IF NOT EXISTS item_hours (SELECT ${byItem}, ${sums} GROUP BY ${byItem})`,
    ]
  },
}
