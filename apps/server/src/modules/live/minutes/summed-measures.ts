import { getSource } from '@zhanggui/metrics'

/** A measure that the minute sums of the events hold: which events, and what of them. */
export type SummedMeasure = { where: string; value: 'count' | 'units' | 'cents' | 'visitors' }

/** Precision of the sketches of visitors: of a whole minute, and of its channels, devices and pages. */
const PRECISION = { whole: 16, sliced: 12 }

/** Distinct visitors; reads like the expression that the minute sums keep, so that the engine answers from them. */
export const visitorsSql = ({ sliced }: { sliced: boolean }): string =>
  `uniqCombined64If(${sliced ? PRECISION.sliced : PRECISION.whole})(f.visitor, f.visitor != 0)`

/** SQL of a value over events `f`. */
export function valueSql({ value }: SummedMeasure, cut: { sliced: boolean }): string {
  if (value === 'visitors') return visitorsSql(cut)
  return { count: 'count()', units: 'sum(f.quantity)', cents: 'sum(f.amount_cents)' }[value]
}

const whereOf = (source: string): string => getSource(source).where.join(' AND ')
const count = (where: string): SummedMeasure => ({ where, value: 'count' })
const visitors = (where: string): SummedMeasure => ({ where, value: 'visitors' })

/**
 * Measures of the catalogue, and those of live metrics, that are sums of minutes. A measure of the catalogue means here what it
 * means there (a test holds both beside each other); counts of people are within half a per
 * cent instead of exact, and within two per cent where they are cut by channel, device or page.
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
  trackedGmv: { where: "f.type = 'order'", value: 'cents' },
  trackedPaid: { where: "f.type = 'pay'", value: 'cents' },
  trackedUnits: { where: "f.type = 'pay'", value: 'units' },
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
