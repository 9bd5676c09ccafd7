import type { Source } from '../measure.ts'
import { channelSql, paidTrafficSql, trafficClassSql } from '../traffic-class.ts'
import { dayDimensions } from './day-dimensions.ts'

/** The platform's own report holds the shop, its items and its traffic sources side by side: one level is read at a time. */
function level(used: ReadonlySet<string>): string {
  const bySource = used.has('channel') || used.has('trafficClass') || used.has('paidTraffic')
  const byItem = used.has('item') || used.has('category') || used.has('brand')
  return `f.source ${bySource ? '!=' : '='} '' AND f.item_id ${byItem ? '!=' : '='} ''`
}

/** 生意参谋 daily reports. */
export const PLATFORM_DAYS: Source = {
  id: 'platformDays',
  tables: ['shop_daily'],
  from: 'shop_daily AS f FINAL',
  day: 'f.day',
  at: null,
  where: [],
  level,
  dimensions: {
    channel: { sql: channelSql('f.source') },
    trafficClass: { sql: trafficClassSql('f.source') },
    paidTraffic: { sql: paidTrafficSql('f.source') },
    item: { sql: 'f.item_id' },
    category: { sql: 'products.category', joins: ['products'] },
    brand: { sql: 'products.brand', joins: ['products'] },
    ...dayDimensions('f.day'),
  },
  emptyIs: null,
  coverage: { table: 'shop_daily', from: 'min(day)', to: 'max(day)', seen: '1', latestAt: null },
}
