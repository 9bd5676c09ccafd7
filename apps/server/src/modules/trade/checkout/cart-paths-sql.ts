/** An item was bought from the cart within so many hours; the last bound is the window itself. */
export const SOON_HOURS = [1, 6, 24, 72] as const

/**
 * One row an item that a visitor put into the cart: when first, and everything that visitor did from the first of the days until the
 * last window is over. A visitor's events lie on one shard, so that nothing is joined.
 */
const CARTED = `
  SELECT
    visitor,
    carted.1 AS carted_at,
    carted.2 AS item,
    carted.3 AS category,
    carted_at + toIntervalHour({hours:UInt32}) AS ends_at,
    pays,
    views
  FROM (
    SELECT
      visitor,
      groupArrayIf((at, item_id, category), type = 'pay') AS pays,
      groupArrayIf((at, item_id), type = 'view') AS views,
      arraySort(groupArrayIf((at, item_id, category), type = 'cart' AND item_id != '' AND day < {to:Date})) AS told,
      arrayMap(one -> arrayFirst(cart -> cart.2 = one, told), arrayDistinct(told.2)) AS carts
    FROM events
    WHERE store = {store:String}
      AND day >= {from:Date}
      AND day < {until:Date}
      AND type IN ('cart', 'pay', 'view')
      AND visitor != 0
      AND visitor GLOBAL IN (
        SELECT visitor
        FROM events
        WHERE store = {store:String} AND day >= {from:Date} AND day < {to:Date} AND type = 'cart' AND item_id != ''
      )
    GROUP BY visitor
  )
  ARRAY JOIN carts AS carted`

const JUDGED = `
  SELECT
    visitor,
    toDate(carted_at, {zone:String}) AS day,
    arrayMin(arrayMap(pay -> pay.1, arrayFilter(pay -> pay.2 = item AND pay.1 >= carted_at, pays))) AS bought_at,
    arrayFilter(pay -> pay.1 >= carted_at AND pay.1 <= ends_at, pays) AS other_pays,
    multiIf(
      notEmpty(arrayFilter(pay -> pay.2 = item AND pay.1 >= carted_at, pays)) AND bought_at <= ends_at, 'bought',
      notEmpty(arrayFilter(pay -> pay.2 = item AND pay.1 >= carted_at, pays)), 'later',
      ends_at > (SELECT max(at) FROM events WHERE store = {store:String} AND day >= {from:Date}), 'open',
      arrayExists(pay -> pay.3 = category AND pay.3 != '', other_pays), 'sameCategory',
      notEmpty(other_pays), 'otherItem',
      arrayExists(view -> view.2 = item AND view.1 > carted_at AND view.1 <= ends_at, views), 'cameBack',
      'left'
    ) AS outcome,
    if(
      outcome = 'bought',
      arrayFirst(bound -> bought_at <= carted_at + toIntervalHour(bound), {bounds:Array(UInt32)}),
      0
    ) AS hours
  FROM (${CARTED}
  )`

/** What became of carted items, counted. Shape: one row a day, outcome and bound; `hours` is 0 where nothing was bought. */
export const CART_COUNTS_SQL = `
SELECT
  day,
  outcome,
  hours,
  count() AS carts
FROM (${JUDGED}
)
GROUP BY day, outcome, hours
ORDER BY day, outcome, hours`

/** People behind the carts, each once over all of the days. */
export const CART_PEOPLE_SQL = `
SELECT
  count() AS people,
  countIf(has_bought) AS bought
FROM (
  SELECT
    visitor,
    max(outcome = 'bought') AS has_bought
  FROM (${JUDGED}
  )
  GROUP BY visitor
)`
