import type { Measure } from '../measure.ts'

const INTERACTIONS = ['likes', 'comments', 'shares', 'saves'].map((column) => `ifNull(f.${column}, 0)`).join(' + ')

/** Figures that a platform does not state are left out of sums; where none states them they are unknown. */
export const SOCIAL_MEASURES: readonly Measure[] = [
  { id: 'socialPosts', source: 'socialPosts', sql: 'count()' },
  { id: 'socialViews', source: 'socialPosts', sql: 'sum(f.views)' },
  {
    id: 'socialInteractions',
    source: 'socialPosts',
    sql: `if(countIf(isNotNull(coalesce(f.likes, f.comments, f.shares, f.saves))) = 0, NULL, sum(${INTERACTIONS}))`,
  },
]

export const MEMBER_MEASURES: readonly Measure[] = [{ id: 'newMembers', source: 'members', sql: 'count()' }]
