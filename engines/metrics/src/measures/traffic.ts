import type { Measure } from '../measure.ts'
import { paidTrafficSql, trafficClassSql } from '../traffic-class.ts'

/** Distinct visitors; NULL when no row of the cell says who came. */
const visitors = 'if(countIf(f.visitor != 0) = 0, NULL, uniqExactIf(f.visitor, f.visitor != 0))'

const visit = (id: string, condition: string): Measure => ({ id, source: 'visits', sql: `countIf(${condition})` })
const ofClass = (id: string): string => `${trafficClassSql('f.channel')} = '${id}'`

export const TRAFFIC_MEASURES: readonly Measure[] = [
  { id: 'pv', source: 'views', sql: 'count()' },
  { id: 'uv', source: 'views', sql: visitors },
  { id: 'itemsViewed', source: 'views', sql: "uniqExactIf(f.item_id, f.item_id != '')" },
  { id: 'plays', source: 'views', sql: "countIf(f.page IN ('live', 'video'))" },
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
  { id: 'cartAdds', source: 'carts', sql: 'count()' },
  { id: 'cartBuyers', source: 'carts', sql: visitors },
  { id: 'favourites', source: 'favourites', sql: 'count()' },
  { id: 'favouriteBuyers', source: 'favourites', sql: visitors },
  { id: 'interactions', source: 'interactions', sql: 'count()' },
  { id: 'exposures', source: 'exposures', sql: 'count()' },
]
