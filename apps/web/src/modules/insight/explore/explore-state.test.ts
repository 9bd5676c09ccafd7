import { expect, test } from 'vitest'
import { exploreLink } from './explore-link.ts'
import { type ExploreState, exploreRequest, grainOf, readExplore, writeExplore } from './explore-state.ts'

const days = { from: '2026-11-01', to: '2026-11-12' }
const state: ExploreState = {
  metrics: ['paid', 'uv'],
  grain: 'week',
  dimensions: ['channel'],
  filters: [
    { dimension: 'category', op: 'in', values: ['美妆|护肤', '100%纯棉', '个护:清洁'] },
    { dimension: 'device', op: 'notIn', values: [''] },
  ],
  chart: 'table',
}

test('a question survives its URL, whatever the values contain', () => {
  const search = new URLSearchParams(new URLSearchParams(writeExplore(state)).toString())
  expect(readExplore(search, 'netPaid')).toEqual(state)
})

test.each([
  ['nothing asked', '', { metrics: ['netPaid'], grain: 'auto', dimensions: [], filters: [], chart: null }],
  [
    'wrong parts are left out',
    'metrics=uv,,uv&grain=moon&chart=pie&filter=:x&by=a,b,c',
    { metrics: ['uv'], grain: 'auto', dimensions: ['a', 'b'], filters: [], chart: null },
  ],
  [
    'a question as the API writes it',
    'metrics=uv&by=month,channel',
    { metrics: ['uv'], grain: 'month', dimensions: ['channel'], filters: [], chart: null },
  ],
])('an old link still opens: %s', (_name, search, expected) => {
  expect(readExplore(new URLSearchParams(search), 'netPaid')).toEqual(expected)
})

test('without a dimension the course over time is asked, gaps included', () => {
  const request = exploreRequest(readExplore(new URLSearchParams(), 'netPaid'), {
    days,
    compare: 'previous',
    grain: 'day',
  })
  expect(request).toEqual({ metrics: ['netPaid'], by: ['day'], ...days, compare: 'previous', fillGaps: true })
})

test('with a dimension the ranking is asked, largest first', () => {
  const request = exploreRequest(readExplore(new URLSearchParams('metrics=paid&by=channel'), 'netPaid'), {
    days,
    compare: 'none',
    grain: 'none',
  })
  expect(request).toEqual({
    metrics: ['paid'],
    by: ['channel'],
    ...days,
    order: { by: 'paid', direction: 'desc' },
    limit: 1000,
  })
})

test('a link to the explorer carries its question, range and comparison', () => {
  expect(exploreLink('demo', { metrics: ['cvr'], dimensions: ['channel'], days, compare: 'yoy' })).toBe(
    '/stores/demo/insight/explore?metrics=cvr&by=channel&from=2026-11-01&to=2026-11-12&compare=yoy',
  )
})

test.each([
  ['a course without a dimension', '', true, 'day'],
  ['a ranking with one', 'by=channel', true, 'none'],
  ['what was chosen', 'by=channel&grain=week', true, 'week'],
])('time fits the question: %s', (_name, search, byHour, grain) => {
  expect(grainOf(readExplore(new URLSearchParams(search), 'netPaid'), days, byHour)).toBe(grain)
})
