import { describe, expect, it } from 'vitest'
import { goal, METRICS, month, treeOf } from '../../test/support/sample-goals.ts'
import type { Goal } from '../goal.ts'
import { buildTree } from './build-tree.ts'
import { checkTree } from './check-tree.ts'
import { groupSums, openSums } from './group-sums.ts'

const root = goal('year', { target: 300 })

describe('a tree of goals', () => {
  it.each<[string, Goal[], string[]]>([
    ['two goals with one id', [root, goal('year')], ['duplicate_id']],
    ['a parent that does not exist', [root, goal('a', { parentId: 'nowhere' })], ['unknown_parent']],
    ['a ring of three', ['a', 'b', 'c'].map((id, i) => goal(id, { parentId: ['c', 'a', 'b'][i] ?? '' })), ['cycle']],
    ['a goal that is its own parent', [goal('a', { parentId: 'a' })], ['cycle']],
  ])('%s makes no tree, and the fault is named', (_, goals, codes) => {
    const built = buildTree(goals, METRICS)
    expect(built.ok ? [] : built.error.map((f) => f.code)).toEqual(codes)
  })

  it.each<[string, Goal[], string[]]>([
    ['a clean split by month', [root, month('year', '2027-01', 100), month('year', '2027-02', 200)], []],
    ['a metric that nobody defines', [goal('a', { metric: 'magic' })], ['unknown_metric']],
    [
      'an axis that is not the difference',
      [root, goal('a', { parentId: 'year', axis: 'category' })],
      ['axis_mismatch'],
    ],
    ['a month of another year', [root, month('year', '2028-01', 1)], ['outside_period']],
    [
      'a scope outside the parent’s',
      [
        goal('p', { scope: { category: 'A' } }),
        goal('c', { parentId: 'p', axis: 'item', scope: { category: 'B', item: '1' } }),
      ],
      ['outside_scope'],
    ],
    [
      'a count among money',
      [root, goal('u', { parentId: 'year', axis: 'period', period: '2027-01', metric: 'uv' })],
      ['unit_mismatch'],
    ],
    [
      'visitors of months summed to the year',
      [
        goal('y', { metric: 'uv', target: 100 }),
        goal('m', { metric: 'uv', parentId: 'y', axis: 'period', period: '2027-01' }),
      ],
      ['not_additive'],
    ],
    [
      'a quarter and one of its months side by side',
      [root, month('year', '2027-Q1', 100), month('year', '2027-02', 200)],
      ['double_counting'],
    ],
    [
      'one category twice',
      [
        root,
        goal('a', { parentId: 'year', axis: 'category', scope: { category: 'A' } }),
        goal('b', { parentId: 'year', axis: 'category', scope: { category: 'A' } }),
      ],
      ['double_counting'],
    ],
    [
      'shares of orders beside shares of sales',
      [
        goal('s', { metric: 'own:share', denominator: 'paying orders', target: 1 }),
        goal('a', {
          metric: 'own:share',
          parentId: 's',
          axis: 'buyerKind',
          scope: { buyerKind: 'new' },
          denominator: 'paying orders',
        }),
        goal('b', {
          metric: 'own:share',
          parentId: 's',
          axis: 'buyerKind',
          scope: { buyerKind: 'returning' },
          denominator: 'paid sales',
        }),
      ],
      ['mixed_denominators'],
    ],
    ['a share of nothing said', [goal('s', { metric: 'own:share', target: 0.35 })], ['missing_denominator']],
    ['a floor above the cap', [goal('a', { floor: 5, cap: 4 })], ['bounds_crossed']],
    ['a lock outside its bounds', [goal('a', { target: 9, cap: 4, locked: true })], ['locked_out_of_bounds']],
    ['half a fen', [goal('a', { target: 0.5 })], ['not_whole']],
    [
      'drivers of another unit below their node',
      [
        root,
        goal('uv', { parentId: 'year', axis: 'driver', metric: 'uv', target: 9 }),
        goal('cvr', { parentId: 'year', axis: 'driver', metric: 'cvr', target: 0.05 }),
      ],
      [],
    ],
  ])('%s: each fault once', (_, goals, codes) => {
    expect(checkTree(treeOf(goals)).map((f) => f.code)).toEqual(codes)
  })

  it('every fault says what to do in both languages', () => {
    for (const fault of checkTree(treeOf([root, month('year', '2028-01', 1), goal('z', { metric: 'magic' })]))) {
      expect(fault.messageZh).toMatch(/请/)
      expect(fault.messageEn.length).toBeGreaterThan(20)
    }
  })
})

describe('the sums of a tree', () => {
  it('[P2.01] the edit of a child shows the gap at its parent at once', () => {
    const goals = [root, month('year', '2027-01', 100), month('year', '2027-02', 200)]
    expect(openSums(treeOf(goals))).toEqual([])
    const edited = goals.map((g) => (g.id === '2027-02' ? { ...g, target: 150 } : g))
    expect(openSums(treeOf(edited))).toMatchObject([{ parent: 'year', target: 300, sum: 250, gap: 50, blanks: [] }])
  })

  it('a blank child is a gap with a name, not a 0', () => {
    const tree = treeOf([root, month('year', '2027-01', 100), month('year', '2027-02', null)])
    expect(groupSums(tree)).toMatchObject([{ gap: 200, blanks: ['2027-02'] }])
  })

  it('cells that hang under months also add up to their category', () => {
    const months = ['2027-01', '2027-02']
    const cells = months.flatMap((m) =>
      ['A', 'B'].map((c) =>
        goal(`${m}${c}`, { parentId: m, axis: 'category', period: m, scope: { category: c }, target: 1 }),
      ),
    )
    const all = [
      goal('q', { period: '2027-Q1' }),
      ...['2027-01', '2027-02', '2027-03'].map((m) => month('q', m, 2)),
      goal('A', { period: '2027-Q1', parentId: 'q', axis: 'category', scope: { category: 'A' }, target: 3 }),
      goal('B', { period: '2027-Q1', parentId: 'q', axis: 'category', scope: { category: 'B' }, target: 3 }),
      ...cells,
    ]
    const crossed = (goals: Goal[]): string[] =>
      treeOf(goals)
        .groups.filter((g) => g.crossed)
        .map((g) => g.parent)
    expect(crossed(all), 'March has no cells: two months are no quarter').toEqual([])
    const march = ['A', 'B'].map((c) =>
      goal(`2027-03${c}`, {
        parentId: '2027-03',
        axis: 'category',
        period: '2027-03',
        scope: { category: c },
        target: 1,
      }),
    )
    expect(crossed([...all, ...march])).toEqual(['A', 'B'])
  })

  it('new buyers of the months are not the new buyers of the year: no sum over time', () => {
    const kind = (id: string, facts: object): Goal => goal(id, { scope: { buyerKind: 'new' }, target: 1, ...facts })
    const months = Array.from({ length: 12 }, (_, i) => `2027-${String(i + 1).padStart(2, '0')}`)
    const goals = [
      root,
      kind('new', { parentId: 'year', axis: 'buyerKind' }),
      ...months.map((m) => month('year', m, 25)),
      ...months.map((m) => kind(`new${m}`, { parentId: m, axis: 'buyerKind', period: m })),
    ]
    expect(treeOf(goals).groups.map((g) => g.axis)).toEqual(['buyerKind', 'period', ...months.map(() => 'buyerKind')])
  })

  it('cells that hang under categories also add up to their month', () => {
    const goals = [
      goal('q', { period: '2027-Q1' }),
      ...['2027-01', '2027-02', '2027-03'].map((m) => month('q', m, 2)),
      ...['A', 'B'].flatMap((c) => [
        goal(c, { period: '2027-Q1', parentId: 'q', axis: 'category', scope: { category: c }, target: 3 }),
        ...['2027-01', '2027-02', '2027-03'].map((m) =>
          goal(`${c}${m}`, { parentId: c, axis: 'period', period: m, scope: { category: c }, target: 1 }),
        ),
      ]),
    ]
    const crossed = treeOf(goals).groups.filter((g) => g.crossed)
    expect(crossed.map((g) => [g.parent, g.children])).toEqual([
      ['2027-01', ['A2027-01', 'B2027-01']],
      ['2027-02', ['A2027-02', 'B2027-02']],
      ['2027-03', ['A2027-03', 'B2027-03']],
    ])
  })
})
