import { expect, test } from 'vitest'
import { type AcquisitionDraft, checkOf } from './acquisition-draft.ts'

const draft: AcquisitionDraft = {
  newBuyers: 100,
  costs: [
    { key: 1, name: ' 推广 ', cents: 600_000 },
    { key: 2, name: '', cents: 5 },
    { key: 3, name: '赠品', cents: 0 },
  ],
  retentionOrders: 200,
  retentionCents: 40_000,
  industryMeanCents: 10_000,
  shareBp: 8000,
}

test('only named costs that cost something are asked about, with the ceiling and what returning buyers get', () => {
  expect(checkOf(draft)).toEqual({
    newBuyers: 100,
    costs: [{ name: '推广', cents: 600_000 }],
    industry: { meanCents: 10_000, shareBp: 8000 },
    retention: { orders: 200, cents: 40_000 },
  })
})

test('without an industry mean the plan’s own ceiling is used; nothing spent or nobody won asks nothing', () => {
  expect(checkOf({ ...draft, industryMeanCents: 0 })).not.toHaveProperty('industry')
  expect(checkOf({ ...draft, costs: [] })).toBeNull()
  expect(checkOf({ ...draft, newBuyers: 0 })).toBeNull()
})
