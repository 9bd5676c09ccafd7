import type { Filter } from '@zhanggui/contract'
import type { CompareChoice, DayRange } from '../../../range/range.ts'
import { type ExploreState, writeExplore } from './explore-state.ts'

type Link = Partial<ExploreState> & { days?: DayRange | undefined; compare?: CompareChoice; filters?: Filter[] }

/** The address of the explorer with a question already asked. Shape: a path below the site's root. */
export function exploreLink(store: string, { days, compare, ...state }: Link): string {
  const search = new URLSearchParams(writeExplore(state))
  if (days) {
    search.set('from', days.from)
    search.set('to', days.to)
  }
  if (compare) search.set('compare', compare)
  return `/stores/${encodeURIComponent(store)}/insight/explore?${search}`
}
