import type { Source } from '../measure.ts'
import { channelSql } from '../traffic-class.ts'
import { dayDimensions } from './day-dimensions.ts'

const feedbackOf = (id: string, kind: string): Source => ({
  id,
  tables: ['feedback'],
  from: 'feedback AS f FINAL',
  day: 'f.day',
  at: 'f.at',
  where: [`f.kind = '${kind}'`],
  dimensions: {
    item: { sql: 'f.item_id' },
    category: { sql: "if(f.category != '', f.category, products.category)", joins: ['products'] },
    brand: { sql: 'products.brand', joins: ['products'] },
    channel: { sql: channelSql('f.channel') },
    agent: { sql: 'f.agent' },
    ...dayDimensions('f.day'),
  },
  emptyIs: 0,
  coverage: {
    table: 'feedback',
    from: `minIf(day, kind = '${kind}')`,
    to: `maxIf(day, kind = '${kind}')`,
    seen: `kind = '${kind}'`,
    latestAt: 'max(at)',
  },
})

export const REVIEWS = feedbackOf('reviews', 'review')
export const SURVEYS = feedbackOf('surveys', 'nps')
export const SERVICE_SESSIONS = feedbackOf('serviceSessions', 'service')
