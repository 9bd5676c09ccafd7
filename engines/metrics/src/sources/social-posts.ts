import type { Source } from '../measure.ts'
import { channelSql } from '../traffic-class.ts'
import { dayDimensions } from './day-dimensions.ts'

/** Posts elsewhere by the day they were posted, with the latest figures of each. */
export const SOCIAL_POSTS: Source = {
  id: 'socialPosts',
  tables: ['social_posts'],
  from: 'social_posts AS f FINAL',
  day: 'f.day',
  at: null,
  where: [],
  dimensions: { channel: { sql: channelSql('f.platform') }, ...dayDimensions('f.day') },
  emptyIs: 0,
  coverage: { table: 'social_posts', from: 'min(day)', to: 'max(day)', seen: '1', latestAt: null },
}
