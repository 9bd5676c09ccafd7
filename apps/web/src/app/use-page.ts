import { useMatches } from 'react-router'
import type { Page } from './page.ts'
import { pages } from './pages.ts'

/** The page now on screen; undefined on the way to one. */
export function usePage(): Page | undefined {
  const handles = useMatches().map((match) => match.handle)
  return pages.find((page) => handles.includes(page))
}
