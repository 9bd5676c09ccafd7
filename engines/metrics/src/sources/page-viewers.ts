import type { Source } from '../measure.ts'
import { dayDimensions } from './day-dimensions.ts'

/** What pages of promotions are called in events: the venue, coupons, the list of a promotion. */
const PROMOTION_PAGES = ['promotion', 'promo', 'venue', 'coupon', 'activity', '会场', '促销', '活动', '领券']

/**
 * Which version of a page was seen: one that says its campaign is that campaign's; else a page of promotions is one; every other is the
 * everyday page.
 */
const VERSION = `multiIf(
      v.campaign != '', 'campaign',
      lowerUTF8(v.page) IN (${PROMOTION_PAGES.map((page) => `'${page}'`).join(', ')}), 'promotion',
      'daily'
    )`

const OF_RANGE = 'v.store = {store:String} AND v.day >= {from:Date} AND v.day < {to:Date} AND v.visitor != 0'

/**
 * One row for each visitor and version of a page on a day, and whether they paid after they first saw it that day. Seen by two versions,
 * a visitor is a row of each: that is what a comparison of versions is of.
 */
export const PAGE_VIEWERS: Source = {
  id: 'pageViewers',
  tables: ['events'],
  from: `(
  SELECT
    seen.store AS store,
    seen.day AS day,
    seen.at AS at,
    seen.visitor AS visitor,
    seen.page AS page,
    seen.campaign AS campaign,
    seen.version AS version,
    paid.at >= seen.at AND paid.visitor != 0 AS paid
  FROM (
    SELECT
      any(v.store) AS store,
      v.day AS day,
      v.visitor AS visitor,
      v.page AS page,
      v.campaign AS campaign,
      ${VERSION} AS version,
      min(v.at) AS at
    FROM events AS v
    WHERE ${OF_RANGE} AND v.type = 'view' AND v.page != ''
    GROUP BY v.day, v.visitor, v.page, v.campaign
  ) AS seen
  LEFT JOIN (
    SELECT
      v.day AS day,
      v.visitor AS visitor,
      max(v.at) AS at
    FROM events AS v
    WHERE ${OF_RANGE} AND v.type = 'pay'
    GROUP BY v.day, v.visitor
  ) AS paid ON paid.day = seen.day AND paid.visitor = seen.visitor
) AS f`,
  day: 'f.day',
  at: 'f.at',
  where: [],
  dimensions: {
    page: { sql: 'f.page' },
    campaign: { sql: 'f.campaign' },
    pageVersion: { sql: 'f.version' },
    ...dayDimensions('f.day'),
  },
  together: 'added',
  emptyIs: 0,
  coverage: {
    table: '(SELECT day, type, count() FROM events WHERE store = {store:String}$days GROUP BY day, type)',
    from: 'min(day)',
    to: 'max(day)',
    // Who does not track payments has no conversion of pages.
    seen: "f.type = 'pay'",
    latestAt: null,
  },
}
