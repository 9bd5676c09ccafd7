import type { Measure } from '../measure.ts'
import { paidTrafficSql, trafficClassSql } from '../traffic-class.ts'

/** Distinct visitors (a cell has one row for each); NULL when no event of the cell says who came. */
const visitors = 'if(countIf(visitor != 0) = 0, NULL, countIf(visitor != 0))'

/** Of several stretches a visitor has a row in each. */
const visitorsOfStretches = 'if(countIf(visitor != 0) = 0, NULL, uniqExactIf(visitor, visitor != 0))'

const eventsIn = (id: string, source: string): Measure => ({
  id,
  source,
  sql: 'sum(events)',
  ofStretches: 'sum(events)',
})
const visitorsIn = (id: string, source: string): Measure => ({
  id,
  source,
  sql: visitors,
  ofStretches: visitorsOfStretches,
})

const visit = (id: string, condition: string): Measure => ({ id, source: 'visits', sql: `countIf(${condition})` })
const ofClass = (id: string): string => `${trafficClassSql('f.channel')} = '${id}'`

export const TRAFFIC_MEASURES: readonly Measure[] = [
  eventsIn('pv', 'views'),
  visitorsIn('uv', 'views'),
  eventsIn('plays', 'plays'),
  { id: 'liveSessions', source: 'liveSessions', sql: 'count()' },
  { id: 'visits', source: 'visits', sql: 'count()' },
  visit('bounces', 'f.bounced'),
  visit('sourcedVisits', "f.channel != ''"),
  visit('searchVisits', ofClass('search')),
  visit('recommendVisits', ofClass('recommend')),
  visit('contentVisits', `${ofClass('content')} OR ${ofClass('live')}`),
  visit('privateVisits', ofClass('private')),
  visit('offsiteVisits', ofClass('offsite')),
  visit('paidVisits', `${paidTrafficSql('f.channel')} = 'paid'`),
  visit('freeVisits', `${paidTrafficSql('f.channel')} = 'free'`),
  eventsIn('cartAdds', 'carts'),
  visitorsIn('cartBuyers', 'carts'),
  visitorsIn('favouriteBuyers', 'favourites'),
  eventsIn('interactions', 'interactions'),
  eventsIn('exposures', 'exposures'),
  { id: 'checkouts', source: 'checkouts', sql: 'count()' },
  { id: 'checkoutLosses', source: 'checkouts', sql: 'countIf(NOT f.paid)' },
  { id: 'pageViewers', source: 'pageViewers', sql: 'count()' },
  { id: 'pagePayers', source: 'pageViewers', sql: 'countIf(f.paid)' },
  { id: 'pageLoads', source: 'loads', sql: 'count()' },
  { id: 'loadJumps', source: 'loads', sql: 'sum(f.quantity)' },
]
