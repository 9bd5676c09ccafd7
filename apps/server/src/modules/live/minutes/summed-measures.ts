import { getSource } from '@zhanggui/metrics'

/** A measure that the minute sums of the events hold: which events, and what of them. */
export type SummedMeasure = {
  where: string
  value: 'count()' | 'sum(f.quantity)' | 'sum(f.amount_cents)' | typeof VISITORS
}

/** Must read like the expression that the minute sums keep, so that the engine answers from them. */
const VISITORS = 'uniqCombined64If(16)(f.visitor, f.visitor != 0)'

const whereOf = (source: string): string => getSource(source).where.join(' AND ')
const count = (where: string): SummedMeasure => ({ where, value: 'count()' })
const visitors = (where: string): SummedMeasure => ({ where, value: VISITORS })

/**
 * Measures of the catalogue, and those of live metrics, that are sums of minutes. A measure of the catalogue means here what it
 * means there (a test holds both beside each other); counts of people are within half a per cent instead of exact.
 */
export const SUMMED_MEASURES: Readonly<Record<string, SummedMeasure>> = {
  pv: count(whereOf('views')),
  uv: visitors(whereOf('views')),
  plays: count(whereOf('plays')),
  cartAdds: count(whereOf('carts')),
  cartBuyers: visitors(whereOf('carts')),
  favouriteBuyers: visitors(whereOf('favourites')),
  exposures: count(whereOf('exposures')),
  interactions: count(whereOf('interactions')),
  trackedEvents: count('1'),
  trackedOrders: count("f.type = 'order'"),
  trackedPayments: count("f.type = 'pay'"),
  trackedGmv: { where: "f.type = 'order'", value: 'sum(f.amount_cents)' },
  trackedPaid: { where: "f.type = 'pay'", value: 'sum(f.amount_cents)' },
  trackedUnits: { where: "f.type = 'pay'", value: 'sum(f.quantity)' },
}

/** Dimensions of an event that need nothing but the event. The minute sums are kept by the first five; the rest reads events. */
export const SUMMED_DIMENSIONS: ReadonlySet<string> = new Set([
  'channel',
  'trafficClass',
  'paidTraffic',
  'device',
  'page',
  'item',
  'province',
  'campaign',
])
