import type { Source } from '../measure.ts'
import { paidTrafficSql, trafficClassSql } from '../traffic-class.ts'
import { dayDimensions } from './day-dimensions.ts'

const column = (name: string) => ({ sql: `f.${name}` })

const VISITOR_DIMENSIONS: Source['dimensions'] = {
  channel: column('channel'),
  trafficClass: { sql: trafficClassSql('f.channel') },
  paidTraffic: { sql: paidTrafficSql('f.channel') },
  device: column('device'),
  page: column('page'),
  province: column('province'),
  campaign: column('campaign'),
  ...dayDimensions('f.day'),
}

const EVENT_DIMENSIONS: Source['dimensions'] = {
  ...VISITOR_DIMENSIONS,
  item: column('item_id'),
  category: { sql: "if(f.category != '', f.category, products.category)", joins: ['products'] },
  brand: { sql: "if(f.brand != '', f.brand, products.brand)", joins: ['products'] },
  eventType: column('type'),
}

/** Event data as a whole says when the shop was watched; a type that was never seen is not tracked, so it is unknown. */
const coverage = (seen: string): Source['coverage'] => ({
  table: 'events',
  from: 'min(day)',
  to: 'max(day)',
  seen,
  latestAt: 'max(at)',
})

const eventsOf = (id: string, where: string): Source => ({
  id,
  tables: ['events'],
  from: 'events AS f',
  day: 'f.day',
  at: 'f.at',
  where: [where.replace('type', 'f.type')],
  dimensions: EVENT_DIMENSIONS,
  emptyIs: 0,
  coverage: coverage(where),
})

export const VIEWS = eventsOf('views', "type = 'view'")
export const CARTS = eventsOf('carts', "type = 'cart'")
export const FAVOURITES = eventsOf('favourites', "type = 'favourite'")
export const EXPOSURES = eventsOf('exposures', "type = 'exposure'")
export const INTERACTIONS = eventsOf('interactions', "type IN ('favourite', 'share', 'follow', 'join')")

/** Milliseconds without a view after which a visit is over, where the source names no sessions. */
export const VISIT_IDLE_MS = 1_800_000

const VISIT_COLUMNS = 'store, day, at, visitor, session, channel, device, page, province, campaign'

/**
 * One row a visit: its first view, and whether it was also the last (a bounce). A visit is a session where the source names
 * one, else it is cut by 30 idle minutes (the convention of web analytics); it ends at midnight, so that days add up.
 */
export const VISITS: Source = {
  id: 'visits',
  tables: ['events'],
  from: `(
  SELECT
    ${VISIT_COLUMNS},
    after = 0 OR (session = 0 AND after - at_ms > ${VISIT_IDLE_MS}) AS bounced
  FROM (
    SELECT
      ${VISIT_COLUMNS},
      toUnixTimestamp64Milli(at) AS at_ms,
      lagInFrame(toUnixTimestamp64Milli(at), 1, 0) OVER visit AS before,
      leadInFrame(toUnixTimestamp64Milli(at), 1, 0) OVER visit AS after
    FROM events
    WHERE store = {store:String} AND day >= {from:Date} AND day < {to:Date} AND type = 'view' AND visitor != 0
    WINDOW visit AS (
      PARTITION BY day, visitor, session ORDER BY at, row_key ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
  )
  WHERE before = 0 OR (session = 0 AND at_ms - before > ${VISIT_IDLE_MS})
) AS f`,
  day: 'f.day',
  at: 'f.at',
  where: [],
  dimensions: VISITOR_DIMENSIONS,
  emptyIs: 0,
  coverage: coverage("type = 'view' AND visitor != 0"),
}
