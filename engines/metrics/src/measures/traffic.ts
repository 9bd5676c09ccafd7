import type { Measure } from '../measure.ts'
import { paidTrafficSql, trafficClassSql } from '../traffic-class.ts'

/** Distinct visitors (a cell has one row for each); NULL when no event of the cell says who came. */
const visitors = 'if(countIf(visitor != 0) = 0, NULL, countIf(visitor != 0))'

const visit = (id: string, condition: string): Measure => ({ id, source: 'visits', sql: `countIf(${condition})` })
const ofClass = (id: string): string => `${trafficClassSql('f.channel')} = '${id}'`

export const TRAFFIC_MEASURES: readonly Measure[] = [
  { id: 'pv', source: 'views', sql: 'sum(events)' },
  { id: 'uv', source: 'views', sql: visitors },
  { id: 'plays', source: 'plays', sql: 'sum(events)' },
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
  { id: 'cartAdds', source: 'carts', sql: 'sum(events)' },
  { id: 'cartBuyers', source: 'carts', sql: visitors },
  { id: 'favouriteBuyers', source: 'favourites', sql: visitors },
  { id: 'interactions', source: 'interactions', sql: 'sum(events)' },
  { id: 'exposures', source: 'exposures', sql: 'sum(events)' },
]
