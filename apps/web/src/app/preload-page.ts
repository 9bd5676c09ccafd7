import { matchPath } from 'react-router'
import { pages } from './pages.ts'

/**
 * Fetches the code of the page that an address below a shop leads to, before somebody goes there. Asking twice costs nothing:
 * a module is loaded once. A failure is left to the navigation itself, which tells it.
 * @example preloadPage('goals/tree')
 */
export function preloadPage(to: string): void {
  const page = pages.find(({ path }) => matchPath(path, to))
  page?.load().catch(() => undefined)
}
