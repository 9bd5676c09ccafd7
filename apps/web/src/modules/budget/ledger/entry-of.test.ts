import { expect, test } from 'vitest'
import { entryOf } from './entry-of.ts'

const values = { kind: 'commit' as const, lineId: 'ads', amount: '1.2万', day: '2027-03-01' }

test('an amount goes by its digits, and what the kind does not have stays out', () => {
  expect(entryOf('a', { ...values, toLineId: 'video', from: 'accrued', overspendReason: ' ' })).toEqual({
    id: 'a',
    kind: 'commit',
    lineId: 'ads',
    toLineId: null,
    from: null,
    amountCents: 1_200_000,
    day: '2027-03-01',
    reference: '',
    note: '',
    overspendReason: null,
  })
})

test('a transfer names both lines, a spend where it comes from', () => {
  expect(entryOf('a', { ...values, kind: 'transfer', toLineId: 'video' }).toLineId).toBe('video')
  expect(entryOf('a', { ...values, kind: 'spend', from: 'planned' }).from).toBe('planned')
})
