import type { Goal, GoalScope } from '../goal.ts'

/** Words of the dimension `promoPeriod` for the two target sets (P2.10). */
const SET_VALUE = { promo: 'promotion', daily: 'ordinary' } as const

/** What a goal is really set on: its scope, and the days of its set. A scope that names the days itself is left as it is. */
export function cellScope(goal: Pick<Goal, 'scope' | 'set'>): GoalScope {
  if (goal.set === 'all' || 'promoPeriod' in goal.scope) return goal.scope
  return { ...goal.scope, promoPeriod: SET_VALUE[goal.set] }
}

/** One text for a scope, whatever the order of its dimensions. @example scopeKey({ b: '2', a: '1' }) // 'a=1&b=2' */
export const scopeKey = (scope: GoalScope): string =>
  Object.keys(scope)
    .sort()
    .map((d) => `${encodeURIComponent(d)}=${encodeURIComponent(scope[d] ?? '')}`)
    .join('&')

/** Goals with the same key set a target on the same figure. */
export const cellKey = (metric: string, period: string, scope: GoalScope): string =>
  `${metric}|${period}|${scopeKey(scope)}`

export const goalKey = (goal: Goal): string => cellKey(goal.metric, goal.period, cellScope(goal))

/** True when everything in `inner` lies in `outer`: `{}` holds every scope. */
export const scopeHolds = (outer: GoalScope, inner: GoalScope): boolean =>
  Object.entries(outer).every(([dimension, value]) => inner[dimension] === value)

export const withoutDimension = (scope: GoalScope, dimension: string): GoalScope =>
  Object.fromEntries(Object.entries(scope).filter(([d]) => d !== dimension))
