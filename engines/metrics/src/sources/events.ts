import type { Source } from '../measure.ts'
import { channelSql, paidTrafficSql, trafficClassSql } from '../traffic-class.ts'
import { dayDimensions } from './day-dimensions.ts'

const column = (name: string) => ({ sql: `f.${name}` })

const VISITOR_DIMENSIONS: Source['dimensions'] = {
  channel: { sql: channelSql('f.channel') },
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
  // `$days` may limit the look to a stretch of days. Days and types come from the sums by visitor and day; only the newest day is read for its latest instant.
  table: '(SELECT day, type, count() FROM events WHERE store = {store:String}$days GROUP BY day, type)',
  from: 'min(day)',
  to: 'max(day)',
  seen,
  latestAt: `(
    SELECT max(at) FROM events
    WHERE store = {store:String} AND day = (SELECT max(day) FROM events WHERE store = {store:String}$days)
  )`,
})

/** One row a visitor of the cell: the shape that the event table keeps summed up by day, so that it need not read events. */
const eventsOf = (id: string, type: string, where = type): Source => ({
  id,
  tables: ['events'],
  from: 'events AS f',
  day: 'f.day',
  at: 'f.at',
  where: [where],
  dimensions: EVENT_DIMENSIONS,
  each: { key: { visitor: 'f.visitor' }, columns: { events: 'count()' } },
  together: 'counted',
  emptyIs: 0,
  coverage: coverage(type),
})

export const VIEWS = eventsOf('views', "f.type = 'view'")
export const PLAYS = eventsOf('plays', "f.type = 'view'", "f.type = 'view' AND f.page IN ('live', 'video')")
export const CARTS = eventsOf('carts', "f.type = 'cart'")
export const FAVOURITES = eventsOf('favourites', "f.type = 'favourite'")
export const EXPOSURES = eventsOf('exposures', "f.type = 'exposure'")
export const INTERACTIONS = eventsOf('interactions', "f.type IN ('favourite', 'share', 'follow', 'join')")

/** Milliseconds without a view after which a visit is over, where the source names no sessions. */
export const VISIT_IDLE_MS = 1_800_000

const VISIT_VIEWS =
  "v.store = {store:String} AND v.day >= {from:Date} AND v.day < {to:Date} AND v.type = 'view' AND v.visitor != 0"
/** What a visit takes from its first view. */
const VISIT_TRAITS = ['channel', 'device', 'page', 'province', 'campaign']

/** Where the source names sessions, the session is the visit. */
const NAMED_VISITS = `SELECT
    any(v.store) AS store,
    v.day AS day,
    min(v.at) AS at,
${VISIT_TRAITS.map((c) => `    argMin(v.${c}, (v.at, v.row_key)) AS ${c}`).join(',\n')},
    count() = 1 AS bounced
  FROM events AS v
  WHERE ${VISIT_VIEWS} AND v.session != 0
  GROUP BY v.day, v.visitor, v.session`

/** Elsewhere a view opens a visit when nothing was viewed for a while before it, and was the only one when nothing follows. */
const CUT_VISITS = `SELECT
    store,
    day,
    at,
${VISIT_TRAITS.map((c) => `    ${c}`).join(',\n')},
    after = 0 OR after - at_ms > ${VISIT_IDLE_MS} AS bounced
  FROM (
    SELECT
      store,
      day,
      at,
${VISIT_TRAITS.map((c) => `      ${c}`).join(',\n')},
      toUnixTimestamp64Milli(at) AS at_ms,
      lagInFrame(toUnixTimestamp64Milli(at), 1, 0) OVER visit AS before,
      leadInFrame(toUnixTimestamp64Milli(at), 1, 0) OVER visit AS after
    FROM events AS v
    WHERE ${VISIT_VIEWS} AND v.session = 0
    WINDOW visit AS (
      PARTITION BY day, visitor ORDER BY at, row_key ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
  )
  WHERE before = 0 OR at_ms - before > ${VISIT_IDLE_MS}`

/**
 * One row a visit: its first view, and whether it was also the last (a bounce). A visit is a session where the source names
 * one, else it is cut by 30 idle minutes (the convention of web analytics); it ends at midnight, so that days add up.
 */
export const VISITS: Source = {
  id: 'visits',
  tables: ['events'],
  from: `(
  ${NAMED_VISITS}
  UNION ALL
  ${CUT_VISITS}
) AS f`,
  day: 'f.day',
  at: 'f.at',
  where: [],
  dimensions: VISITOR_DIMENSIONS,
  together: 'added',
  emptyIs: 0,
  coverage: coverage("f.type = 'view'"),
}

/**
 * One row a checkout: the steps that a visitor reached on one visit and day. `page` is the last of them, `reason` what was told on
 * leaving; a visit that pays is not lost, whatever it left before.
 */
export const CHECKOUTS: Source = {
  id: 'checkouts',
  tables: ['events'],
  from: `(
  SELECT
    any(v.store) AS store,
    v.day AS day,
    min(v.at) AS at,
    argMaxIf(v.page, (v.at, v.row_key), v.type = 'checkout') AS page,
    argMaxIf(v.query, (v.at, v.row_key), v.type = 'abandon') AS reason,
    countIf(v.type = 'pay') > 0 AS paid,
${['channel', 'device', 'province', 'campaign'].map((c) => `    argMin(v.${c}, (v.at, v.row_key)) AS ${c}`).join(',\n')}
  FROM events AS v
  WHERE v.store = {store:String} AND v.day >= {from:Date} AND v.day < {to:Date}
    AND v.type IN ('checkout', 'abandon', 'pay') AND v.visitor != 0
  GROUP BY v.day, v.visitor, v.session
  HAVING countIf(v.type = 'checkout') > 0
) AS f`,
  day: 'f.day',
  at: 'f.at',
  where: [],
  dimensions: { ...VISITOR_DIMENSIONS, reason: column('reason') },
  together: 'added',
  emptyIs: 0,
  coverage: coverage("f.type = 'checkout'"),
}

/** One row a page load; who it was does not matter. */
export const LOADS: Source = {
  id: 'loads',
  tables: ['events'],
  from: 'events AS f',
  day: 'f.day',
  at: 'f.at',
  where: ["f.type = 'load'"],
  dimensions: EVENT_DIMENSIONS,
  together: 'added',
  emptyIs: 0,
  coverage: coverage("f.type = 'load'"),
}

/** Milliseconds without a viewer in the room after which a broadcast is over. */
const LIVE_IDLE_MS = 1_800_000

/**
 * One row a broadcast: a stretch of the day in which somebody was in the live room, cut where nobody came for half an hour. It
 * ends at midnight, so that days add up. What is on air at the same time in two rooms counts once.
 */
export const LIVE_SESSIONS: Source = {
  id: 'liveSessions',
  tables: ['events'],
  from: `(
  SELECT
    store,
    day,
    at
  FROM (
    SELECT
      v.store AS store,
      v.day AS day,
      v.at AS at,
      toUnixTimestamp64Milli(v.at) AS at_ms,
      lagInFrame(toUnixTimestamp64Milli(v.at), 1, 0) OVER (
        PARTITION BY v.day ORDER BY v.at, v.row_key ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS before
    FROM events AS v
    WHERE v.store = {store:String} AND v.day >= {from:Date} AND v.day < {to:Date} AND v.type = 'view' AND v.page = 'live'
  )
  WHERE before = 0 OR at_ms - before > ${LIVE_IDLE_MS}
) AS f`,
  day: 'f.day',
  at: 'f.at',
  where: [],
  dimensions: dayDimensions('f.day'),
  together: 'added',
  emptyIs: 0,
  coverage: coverage("f.type = 'view'"),
}
