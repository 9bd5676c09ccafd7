import type { Source } from '../measure.ts'
import { channelSql } from '../traffic-class.ts'
import { dayDimensions } from './day-dimensions.ts'

/** Members by the day they joined, as the CRM's list says. */
export const MEMBERS: Source = {
  id: 'members',
  tables: ['members'],
  from: 'members AS f FINAL',
  day: 'f.joined_day',
  at: null,
  where: [],
  dimensions: {
    channel: { sql: channelSql('f.channel') },
    memberTier: { sql: 'f.tier' },
    province: { sql: 'f.province' },
    ...dayDimensions('f.joined_day'),
  },
  emptyIs: 0,
  // A list of members is a list to its own day: after the last one joined nobody did, as far as it knows.
  coverage: {
    table: 'members',
    from: 'min(joined_day)',
    to: 'greatest(max(joined_day), max(active_day))',
    seen: '1',
    latestAt: null,
  },
}
