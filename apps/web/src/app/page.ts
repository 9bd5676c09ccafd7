import type { Permission } from '@zhanggui/contract'
import type { ComponentType } from 'react'
import type { Text } from '../locale/strings.ts'

/** First level of the navigation, in the order of the loop. */
export const SECTIONS = ['overview', 'planning', 'campaigns', 'trade', 'live', 'review', 'data', 'settings'] as const
export type Section = (typeof SECTIONS)[number]

/** One entry of the left navigation. `to` is relative to `/stores/:store/`. */
export type NavEntry = { section: Section; to: string; title: Text; permission?: Permission; icon?: ComponentType }

/**
 * One page: where it lives, what it is called, how its code is loaded. An area lists its pages in
 * `modules/<area>/pages.ts`; `app/pages.ts` collects them into routes, navigation and search.
 */
export type Page = {
  /** Relative to `/stores/:store/`, beginning with the area: `data/imports`, `admin/resources/:resource`. */
  path: string
  title: Text
  /** Pages of which the reader lacks this are not offered; the server refuses their calls in any case. */
  permission?: Permission
  /** Pages for outsiders are not offered to whoever may see the whole. */
  hiddenWith?: Permission
  /** The top bar shows range and comparison only where they change what the page says. */
  range?: 'range' | 'comparison'
  /** Entries of the navigation; most pages have one, a page for many resources has one each, a detail page none. */
  nav: NavEntry[]
  load: () => Promise<{ default: ComponentType }>
}
