import { describe, expect, test } from 'vitest'
import { assureResources, RESOURCE_KINDS, type ResourceNeed } from '../index.ts'

const need = (given: Partial<ResourceNeed> & Pick<ResourceNeed, 'id' | 'kind'>): ResourceNeed => ({
  eventId: 'd11',
  name: given.id,
  needed: 10,
  available: 10,
  unit: '人',
  dueDay: null,
  owner: '张三',
  ...given,
})
const full = RESOURCE_KINDS.map((kind) => need({ id: `${kind}-ok`, kind }))

describe('resources of a campaign', () => {
  test('[P4.17] a planted gap of each resource is listed once, with what is missing', () => {
    const planted = RESOURCE_KINDS.map((kind, i) => need({ id: `${kind}-gap`, kind, available: 9 - i }))
    const [campaign] = assureResources([{ id: 'd11', name: '双11' }], [...full, ...planted])
    expect(campaign?.gapCount).toBe(5)
    expect(campaign?.kinds.map((k) => k.gaps.map((g) => [g.kind, g.code, g.missing]))).toEqual(
      RESOURCE_KINDS.map((kind, i) => [[kind, 'short', 1 + i]]),
    )
  })

  test('what nobody has said, what nobody answers for and what is not planned at all are gaps as well', () => {
    const needs = [
      need({ id: 'a', kind: 'people', available: null }),
      need({ id: 'b', kind: 'money', owner: null }),
      need({ id: 'c', kind: 'goods' }),
    ]
    const [campaign] = assureResources([{ id: 'd11', name: '双11' }], needs)
    expect(campaign?.kinds.map((k) => k.gaps[0]?.code)).toEqual(['unknown', 'unowned', undefined, 'none', 'none'])
  })

  test('needs of another campaign are not counted', () => {
    const campaigns = assureResources(
      [
        { id: 'd11', name: '双11' },
        { id: '618', name: '618' },
      ],
      full,
    )
    expect(campaigns.map((c) => c.gapCount)).toEqual([0, 5])
  })
})
