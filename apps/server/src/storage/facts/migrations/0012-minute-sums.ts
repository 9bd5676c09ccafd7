import type { FactMigration } from './migration.ts'

/**
 * Keeps events summed up by minute, and by item and hour, beside the events themselves: what live screens, alerts and hot
 * lists ask for. Each is part of the same data part as its events, so it can neither miss an event nor hold one twice, takes
 * late events in and follows deletes. Parts that are not merged yet are read as they are; the engine puts both together.
 *
 * Visitors are kept as sketches that can be put together: for the whole minute exact up to some ten thousand and within half a
 * per cent beyond; for its channels, devices and pages, of which there are many, within two per cent and sixteen times smaller.
 */
export const minuteSums: FactMigration = {
  id: '0012',
  name: 'minute-sums',
  statements: (facts) => {
    const events = `${facts.database}.${facts.localTable('events')}${facts.onCluster()}`
    const add = (name: string, key: string, sums: string) =>
      `ALTER TABLE ${events} ADD PROJECTION IF NOT EXISTS ${name} (SELECT ${key}, ${sums} GROUP BY ${key})`
    const minute = 'store, day, toStartOfMinute(at), type'
    const sums = 'count(), sum(quantity), sum(amount_cents)'
    const visitors = (precision: number) => `uniqCombined64If(${precision})(visitor, visitor != 0)`
    return [
      add('minute_visitors', minute, `${sums}, ${visitors(16)}`),
      add('minute_sums', `${minute}, channel, device, page`, `${sums}, ${visitors(12)}`),
      add('item_hours', 'store, day, toStartOfHour(at), type, item_id', sums),
    ]
  },
}
