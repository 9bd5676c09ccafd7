import type { Journey, Touch } from '@zhanggui/attribution'
import type { Store } from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import { channelParams, channelSql, type ShopChannel, TRAFFIC_CLASSES, trafficClassSql } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'

export type JourneysAsked = {
  from: string
  to: string
  windowDays: number
  by: 'channel' | 'trafficClass'
  /** The shop's own list, by which its channels are named and classed. */
  channels: readonly ShopChannel[]
}

/** The last thirty touches of a way say who led it; longer ways are machines, or people who live in the shop. */
const TOUCHES_MAX = 30
const DAY_MS = 86_400_000

const TOUCH_SQL = { channel: channelSql('e.channel'), trafficClass: trafficClassSql('e.channel') } as const

/**
 * A touch is a visit, by its first view, or the shop reaching somebody: a session where the source names one, else a channel's views
 * and messages of one day. What has no known source leads nowhere and is left out.
 */
const touches = (by: JourneysAsked['by']): string => `touches AS (
  SELECT
    e.visitor AS person,
    e.day AS day,
    toUnixTimestamp64Milli(min(e.at)) AS at,
    argMin(${TOUCH_SQL[by]}, (e.at, e.row_key)) AS channel
  FROM events AS e
  WHERE e.store = {store:String}
    AND e.day >= {since:Date}
    AND e.day < {to:Date}
    AND e.type IN ('view', 'reach')
    AND e.visitor != 0
  GROUP BY e.visitor, e.day, e.session, if(e.session = 0, e.channel, '')
  HAVING channel != ''
)`

/** Orders by payment; a source with days only puts them at the end of what it knows, the placing. */
const ORDERS = `orders AS (
  SELECT
    o.buyer AS person,
    o.order_id AS order_id,
    toUnixTimestamp64Milli(min(ifNull(o.paid_at, o.created_at))) AS at,
    ifNull(sum(o.paid_cents), 0) AS paid
  FROM order_lines AS o FINAL
  WHERE o.store = {store:String}
    AND o.kind = 'sale'
    AND o.paid_day >= {from:Date}
    AND o.paid_day < {to:Date}
    AND o.buyer != 0
  GROUP BY o.buyer, o.order_id
  HAVING paid > 0
)`

/** Each order with the touches of its buyer since the order before, within the window. */
const boughtSql = (by: JourneysAsked['by']): string => `
WITH ${touches(by)}, ${ORDERS},
ways AS (
  SELECT
    person,
    arraySort(groupArray((at, channel))) AS steps
  FROM touches
  WHERE person IN (SELECT person FROM orders)
  GROUP BY person
),
ended AS (
  SELECT
    person,
    at,
    paid,
    lagInFrame(at, 1, 0) OVER (PARTITION BY person ORDER BY at, order_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
  FROM orders
),
led AS (
  SELECT
    ended.paid AS paid,
    arraySlice(
      arrayFilter(
        s -> s.1 <= ended.at AND s.1 > ended.before AND s.1 >= ended.at - {windowMs:Int64},
        ways.steps
      ),
      -${TOUCHES_MAX}
    ) AS own,
    ended.at AS at
  FROM ended
  GLOBAL LEFT JOIN ways ON ways.person = ended.person
)
SELECT
  arrayMap(s -> s.2, own) AS path,
  arrayMap(s -> intDiv(at - s.1, ${DAY_MS}), own) AS ages,
  count() AS orders,
  sum(paid) AS paid
FROM led
GROUP BY path, ages
ORDER BY orders DESC, path, ages`

/** The ways of people who came in the range and bought nothing in it. */
const leftSql = (by: JourneysAsked['by']): string => `
WITH ${touches(by)}, ${ORDERS}
SELECT
  path,
  count() AS people
FROM (
  SELECT
    person,
    arrayCompact(arrayMap(s -> s.2, arraySlice(arraySort(groupArray((at, channel))), -${TOUCHES_MAX}))) AS path
  FROM touches
  WHERE day >= {from:Date}
    AND person GLOBAL NOT IN (SELECT person FROM orders)
  GROUP BY person
)
GROUP BY path
ORDER BY people DESC, path`

type BoughtRow = { path: string[]; ages: number[]; orders: number; paid: number }
type LeftRow = { path: string[]; people: number }

const touchesOf = ({ path, ages }: BoughtRow): Touch[] =>
  path.map((channel, i) => ({ channel, ageDays: Number(ages[i] ?? 0) }))

/** How people came to the shop, alike ones counted together: those who bought, by order, and those who did not. */
export async function readJourneys(
  context: Context,
  store: Store,
  { by, windowDays, channels, ...range }: JourneysAsked,
): Promise<Journey[]> {
  const params = {
    store: store.id,
    ...range,
    since: addDays(parseDay(range.from), -windowDays),
    windowMs: windowDays * DAY_MS,
    ...channelParams(channels),
  }
  const [bought, left] = await Promise.all([
    context.facts.query<BoughtRow>(boughtSql(by), params),
    context.facts.query<LeftRow>(leftSql(by), params),
  ])
  return [
    ...bought.map((row) => ({
      touches: touchesOf(row),
      conversions: Number(row.orders),
      paidCents: Number(row.paid),
      nulls: 0,
    })),
    ...left.map(({ path, people }) => ({
      touches: path.map((channel) => ({ channel, ageDays: 0 })),
      conversions: 0,
      paidCents: 0,
      nulls: Number(people),
    })),
  ]
}

/** What a channel is called: classes have names of their own, channels are called what the shop calls them. */
export function channelNames(id: string): { nameZh: string; nameEn: string } {
  const named = TRAFFIC_CLASSES.find((c) => c.id === id)
  return { nameZh: named?.nameZh ?? id, nameEn: named?.nameEn ?? id }
}
