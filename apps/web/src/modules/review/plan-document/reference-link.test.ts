import { expect, test } from 'vitest'
import { referenceLink } from './reference-link.ts'

const at = { store: 'demo', plan: 'plan-2027' }

test.each([
  [
    'a goal’s cell',
    { kind: 'plan', part: 'goals', id: 'g1', field: 'target' },
    '/stores/demo/goals/tree?plan=plan-2027&node=g1&field=target',
  ],
  [
    'a register',
    { kind: 'record', resource: 'market-assumptions', id: null },
    '/stores/demo/admin/resources/market-assumptions',
  ],
] as const)('%s has its page', (_, ref, path) => {
  expect(referenceLink(ref, at)).toBe(path)
})

test('a figure of the data leads to the question behind it', () => {
  const ref = { kind: 'query' as const, metrics: ['paid'], by: ['month'], from: '2026-01-01', to: '2026-11-01' }
  const link = new URL(referenceLink(ref, at), 'http://x')
  expect(link.pathname).toBe('/stores/demo/insight/explore')
  expect(Object.fromEntries(link.searchParams)).toMatchObject({ metrics: 'paid', grain: 'month', from: '2026-01-01' })
})
