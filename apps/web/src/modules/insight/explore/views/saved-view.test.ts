import type { ResourceRow } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { dataOf, openSearch, questionOf, viewOf } from './saved-view.ts'

const row = (data: Record<string, unknown>, more: Partial<ResourceRow> = {}): ResourceRow => ({
  id: 'v1',
  version: 3,
  state: null,
  data: { name: '渠道', query: { metrics: ['paid'] }, ...data },
  createdAt: '2026-11-22T00:00:00.000Z',
  updatedAt: '2026-11-22T00:00:00.000Z',
  updatedBy: '林掌柜',
  ...more,
})

test('the same question is the same text, whatever the order and the page add', () => {
  const question = questionOf(new URLSearchParams('view=v1&by=channel&metrics=paid&x=1&range=last30'))
  expect(question).toBe(questionOf(new URLSearchParams('range=last30&metrics=paid&by=channel')))
})

test('filters of one question stay several', () => {
  const search = 'metrics=paid&filter=device%3Aapp&filter=channel%3A%E6%90%9C%E7%B4%A2'
  expect(questionOf(new URLSearchParams(search))).toBe(search)
})

test('a view opens with its own address, so that a rolling period keeps rolling', () => {
  const view = viewOf(row({ settings: { search: 'metrics=paid&range=last7' }, shared: true }, { mine: false }))
  expect(view).toMatchObject({ name: '渠道', shared: true, mine: false, by: '林掌柜' })
  expect(openSearch(view)).toBe('?metrics=paid&range=last7&view=v1')
})

test('a view saved through the API opens by its query', () => {
  const query = { metrics: ['paid', 'cvr'], by: ['month', 'channel'], from: '2026-01-01', to: '2026-07-01' }
  expect(openSearch(viewOf(row({ query })))).toBe(
    '?metrics=paid%2Ccvr&by=month%2Cchannel&from=2026-01-01&to=2026-07-01&view=v1',
  )
})

test('what is kept reads back', () => {
  const kept = { name: '每周', search: 'metrics=uv&range=last7', query: { metrics: ['uv'] }, shared: false }
  expect(viewOf(row(dataOf(kept)))).toMatchObject(kept)
})
