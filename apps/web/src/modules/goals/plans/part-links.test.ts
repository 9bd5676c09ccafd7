import type { Finding } from '@zhanggui/contract'
import { matchRoutes } from 'react-router'
import { expect, test } from 'vitest'
import { pages } from '../../../app/pages.ts'
import { findingLink, partLink, partPaths } from './part-links.ts'

test('every part of a plan is edited on a page that there is', () => {
  const routes = pages.map(({ path }) => ({ path }))
  for (const path of partPaths) expect([path, matchRoutes(routes, `/${path}`) !== null]).toEqual([path, true])
})

test('a link names plan, object and field, so that the page can bring the cell into view', () => {
  const at = { store: '茂易', plan: 'plan-2027' }
  expect(partLink({ ...at, part: 'table', node: 'row:2027-01', field: 'strategy' })).toBe(
    '/stores/%E8%8C%82%E6%98%93/goals/table?plan=plan-2027&node=row%3A2027-01&field=strategy',
  )
  expect(partLink({ ...at, part: 'requests' })).toContain('view=requests')
  expect(partLink({ ...at, part: 'stages' })).toContain('goals/tree?plan=plan-2027&view=stages')
  expect(partLink({ ...at, part: 'header' })).toBe('/stores/%E8%8C%82%E6%98%93/goals/plans/plan-2027')
  expect(partLink({ ...at, part: 'header', field: 'market' })).toBe(
    '/stores/%E8%8C%82%E6%98%93/goals/plans/plan-2027?field=market',
  )
})

test('an assumption that is no longer registered is taken out where the plan names it', () => {
  const at = { part: 'header', id: null, field: 'assumptions' }
  const link = findingLink({ store: 's', plan: 'p' }, { rule: 'assumption-unknown', at } as Finding)
  expect(link).toBe('/stores/s/goals/plans/p?field=assumptions')
})

test.each([
  ['dossier-incomplete', '/stores/s/admin/resources/merchant-dossier'],
  ['contract-short', '/stores/s/admin/resources/contracts'],
  ['assumption-expired', '/stores/s/admin/resources/market-assumptions'],
  ['goal-unset', '/stores/s/goals/tree?plan=p&node=g&field=target'],
])('a finding of %s is put right at %s', (rule, link) => {
  const at = { part: 'goals', id: 'g', field: 'target' }
  expect(findingLink({ store: 's', plan: 'p' }, { rule, at } as Finding)).toBe(link)
})
