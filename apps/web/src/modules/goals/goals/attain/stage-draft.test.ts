import type { Stage } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { draftOf, freeStageId, newStage, readStage, withStage } from './stage-draft.ts'

const unitOf = (metric: string) => (metric === 'paid' ? ('money' as const) : ('ratio' as const))
const stage: Stage = {
  id: 'stage-1',
  name: '一期',
  fromDay: '2027-01-01',
  toDay: '2027-07-01',
  criteria: [
    { metric: 'paid', op: 'atLeast', value: 160_000_000, scope: {} },
    { metric: 'refundRate', op: 'atMost', value: 0.05, scope: { category: '美妆' } },
  ],
}

test('what is edited and not changed is the stage that it was; the last day counts on the form', () => {
  const draft = draftOf(stage, unitOf, 'CNY')
  expect([draft.lastDay, draft.criteria.map(({ text }) => text)]).toEqual(['2027-06-30', ['1600000', '5%']])
  const { id: _id, ...rest } = stage
  expect(readStage(draft, unitOf, 'CNY')).toEqual({ ok: true, stage: rest })
})

test.each([
  ['no name', { name: ' ' }, 'name'],
  ['an end before its beginning', { lastDay: '2026-12-31' }, 'days'],
  ['no criterion', { criteria: [] }, 'criteria'],
  [
    'a criterion without a metric',
    { criteria: [{ key: 1, metric: null, op: 'atLeast', text: '1', scope: {} }] },
    'criteria',
  ],
  [
    'a figure that is none',
    { criteria: [{ key: 1, metric: 'paid', op: 'atLeast', text: 'viel', scope: {} }] },
    'figure',
  ],
  [
    'a figure that is not set',
    { criteria: [{ key: 1, metric: 'paid', op: 'atLeast', text: 'X', scope: {} }] },
    'figure',
  ],
] as const)('%s is no stage', (_, change, fault) => {
  const draft = {
    ...draftOf(stage, unitOf, 'CNY'),
    ...change,
    criteria: [...(('criteria' in change ? change.criteria : null) ?? draftOf(stage, unitOf, 'CNY').criteria)],
  }
  expect(readStage(draft, unitOf, 'CNY')).toEqual({ ok: false, fault })
})

test('stages stand in the order of their days, each once, under ids of their own', () => {
  const later = { ...stage, id: 'stage-2', fromDay: '2027-07-01', toDay: '2028-01-01' }
  expect(withStage([later], stage).map(({ id }) => id)).toEqual(['stage-1', 'stage-2'])
  expect(withStage([stage, later], { ...stage, name: '新' }).map(({ name }) => name)).toEqual(['新', '一期'])
  expect(freeStageId([stage, later])).toBe('stage-3')
  expect(freeStageId([later])).toBe('stage-3')
  expect(newStage(2027).criteria).toHaveLength(1)
})
