import { PERMISSIONS } from '@zhanggui/contract'
import { matchRoutes } from 'react-router'
import { expect, test } from 'vitest'
import { navigationFor, pages } from './pages.ts'

const linksOf = (permissions: readonly string[]) =>
  navigationFor(permissions).flatMap(({ entries }) => entries.map(({ to }) => to))

test('the navigation follows the loop: overview, planning, campaigns, trade, live, review, data, settings', () => {
  const sections = navigationFor(PERMISSIONS).map(({ section }) => section)
  expect(sections).toEqual(['overview', 'planning', 'campaigns', 'trade', 'live', 'review', 'data', 'settings'])
  expect(linksOf(PERMISSIONS)[0]).toBe('insight')
})

test('whoever may not see figures is not offered them', () => {
  const links = linksOf(PERMISSIONS.filter((permission) => permission !== 'metrics:read'))
  expect(links.filter((to) => to.startsWith('insight'))).toEqual([])
})

test('[P4.15] a partner is offered the workspace and nothing of the shop; the shop is not offered the workspace', () => {
  expect(linksOf(['partner:work'])).toEqual(['admin/partner-workspace', 'admin/sessions'])
  expect(linksOf(PERMISSIONS)).not.toContain('admin/partner-workspace')
})

test('every entry leads to a page, and no address has two pages', () => {
  const routes = pages.map(({ path }) => ({ path }))
  for (const { nav } of pages)
    for (const { to } of nav) expect([to, matchRoutes(routes, `/${to}`) !== null]).toEqual([to, true])
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length)
})
