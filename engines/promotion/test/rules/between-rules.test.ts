import { describe, expect, it } from 'vitest'
import { checkRules, mayMeet, type Rule, TMALL_PARALLEL } from '../../src/index.ts'

const set = (ruleId: string, setSkuId: string, skuIds: string[]): Rule => ({
  ruleId,
  name: ruleId,
  mechanic: 'bundle',
  params: { parts: skuIds.map((skuId) => ({ skuIds: [skuId], units: 1 })), priceCents: 1000, setSkuId },
})
const multiplier = (ruleId: string, more: Partial<Rule> = {}): Rule => ({
  ruleId,
  name: ruleId,
  mechanic: 'pointsMultiplier',
  params: { timesBp: 20_000 },
  ...more,
})

describe('problems between rules', () => {
  it('[P6.14] sets that hold each other are told with the way round; a set in a set is sound', () => {
    const problems = checkRules(TMALL_PARALLEL, [
      set('r1', 'A', ['B', 'x']),
      set('r2', 'B', ['C']),
      set('r3', 'C', ['A']),
    ])
    expect(problems).toEqual([
      { ruleId: 'r1', code: 'bundle_cycle', through: ['A', 'B', 'C', 'A'] },
      { ruleId: 'r2', code: 'bundle_cycle', through: ['B', 'C', 'A', 'B'] },
      { ruleId: 'r3', code: 'bundle_cycle', through: ['C', 'A', 'B', 'C'] },
    ])
    expect(checkRules(TMALL_PARALLEL, [set('r1', 'A', ['B', 'x']), set('r2', 'B', ['y', 'z'])])).toEqual([])
  })

  it('[P6.14] sets without a SKU of their own and parameters that are no sets go round nothing', () => {
    const { params, ...loose } = set('r2', 'B', ['A'])
    const { setSkuId: _unnamed, ...unnamed } = params
    expect(checkRules(TMALL_PARALLEL, [set('r1', 'A', ['B']), { ...loose, params: unnamed }])).toEqual([])
    const misfit: Rule = { ...loose, params: { ...params, parts: 'A' } }
    expect(checkRules(TMALL_PARALLEL, [set('r1', 'A', ['B']), misfit]).map(({ code }) => code)).toEqual(['bad_param'])
    const other: Rule = { ...loose, params, mechanic: 'amountOff' }
    expect(checkRules(TMALL_PARALLEL, [set('r1', 'A', ['B']), other]).map(({ code }) => code)).not.toContain(
      'bundle_cycle',
    )
  })

  it('a set that names itself is told once, by its own parameters', () => {
    const problems = checkRules(TMALL_PARALLEL, [set('r1', 'A', ['A', 'x'])])
    expect(problems).toMatchObject([{ code: 'bad_param', problem: { code: 'bundle_holds_itself' } }])
  })

  it('[P6.33] rules that wait for their turn with one priority are ambiguous where they may meet', () => {
    const problems = checkRules(TMALL_PARALLEL, [multiplier('a'), multiplier('b')])
    expect(problems).toEqual([{ ruleId: 'b', code: 'same_turn', by: 'a', group: 'pointsMultiplier' }])
    expect(checkRules(TMALL_PARALLEL, [multiplier('a'), multiplier('b', { priority: 1 })])).toEqual([])
  })

  const window = (from: string, until: string) => ({
    when: { from: `${from}T00:00:00.000Z`, until: `${until}T00:00:00.000Z` },
  })
  it.each<[string, Partial<Rule>, Partial<Rule>, boolean]>([
    ['nothing said', {}, {}, true],
    ['two shops', { shopId: '甲' }, { shopId: '乙' }, false],
    ['a shop and a scope of another', { shopId: '甲' }, { scope: { shopIds: ['乙'] } }, false],
    ['SKUs in common', { scope: { skuIds: ['a', 'b'] } }, { scope: { skuIds: ['b'] } }, true],
    ['SKUs apart', { scope: { skuIds: ['a'] } }, { scope: { skuIds: ['b'] } }, false],
    ['a category and a SKU', { scope: { categoryIds: ['c'] } }, { scope: { skuIds: ['b'] } }, true],
    [
      'one takes out what the other names',
      { scope: { skuIds: ['a'] } },
      { scope: { not: { skuIds: ['a', 'b'] } } },
      false,
    ],
    ['one takes out a part of it', { scope: { skuIds: ['a', 'c'] } }, { scope: { not: { skuIds: ['a'] } } }, true],
    ['one ends when the other starts', window('2026-11-01', '2026-11-02'), window('2026-11-02', '2026-11-03'), false],
    ['windows overlap', window('2026-11-01', '2026-11-03'), window('2026-11-02', '2026-11-04'), true],
    ['new buyers and others', { when: { isNewBuyer: true } }, { when: { isNewBuyer: false } }, false],
    ['new buyers and everybody', { when: { isNewBuyer: true } }, {}, true],
    [
      'one starts after the other has ended',
      { when: { from: '2026-11-03' } },
      { when: { until: '2026-11-02' } },
      false,
    ],
    ['one starts before the other ends', { when: { from: '2026-11-01' } }, { when: { until: '2026-11-02' } }, true],
    ['one has a start, the other says nothing', { when: { from: '2026-11-01' } }, { when: {} }, true],
    ['two regions', { when: { regions: ['上海'] } }, { when: { regions: ['新疆'] } }, false],
    ['two channels', { when: { channels: ['live'] } }, { when: { channels: ['app'] } }, false],
    ['two ways to pay', { when: { paymentMethods: ['alipay'] } }, { when: { paymentMethods: ['bank'] } }, false],
    ['tags say nothing', { scope: { tags: ['a'] } }, { scope: { tags: ['b'] } }, true],
  ])('%s', (_name, a, b, answer) => {
    expect(mayMeet(multiplier('a', a), multiplier('b', b))).toBe(answer)
    expect(mayMeet(multiplier('b', b), multiplier('a', a))).toBe(answer)
  })
})
