import { cents } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { line, yuan } from '../../test/lines.ts'
import { type BudgetLine, describeIssue, resolveBudget, type ShareBase } from '../index.ts'

const share = (id: string, shareBp: number, shareBase: ShareBase | null = 'total', parentId = 'all'): BudgetLine =>
  line({ id, parentId, shareBp, shareBase })

const amounts = (lines: readonly BudgetLine[], figures = {}) =>
  Object.fromEntries(resolveBudget(lines, figures).lines.map((l) => [l.id, l.amountCents]))
const codes = (lines: readonly BudgetLine[], figures = {}) => resolveBudget(lines, figures).issues.map((i) => i.code)

describe('the budget tree', () => {
  test('shares are worked out to the fen and what is left of the total stays left', () => {
    const lines = [line({ id: 'all', yuan: 1000 }), share('a', 4000), share('b', 5000)]
    expect(amounts(lines)).toEqual({ all: 100_000, a: 40_000, b: 50_000 })
    const [level] = resolveBudget(lines).levels
    expect(level).toMatchObject({ residualCents: 10_000, residualBp: 1000, shareSumBp: 9000, wholeBp: 10_000 })
    expect(codes(lines)).toEqual(['unassigned'])
  })

  test('three equal thirds of one yuan lose no fen', () => {
    const lines = [line({ id: 'all', yuan: 1 }), share('a', 3333), share('b', 3333), share('c', 3334)]
    expect(amounts(lines)).toEqual({ all: 100, a: 33, b: 33, c: 34 })
    expect(codes(lines)).toEqual([])
  })

  test.each([
    ['of the parent', 'parent', 2500, 10_000],
    ['of the total, under a parent that is a share of it', 'total', 1000, 10_000],
    ['of expected sales of the period', 'sales', 100, 5000],
  ] as const)('a share %s', (_name, base, shareBp, expected) => {
    const lines = [line({ id: 'all', yuan: 1000 }), share('t', 4000), share('x', shareBp, base, 't')]
    expect(amounts(lines, { salesOf: () => yuan(5000) }).x).toBe(expected)
  })

  test('a share of the period is of the heading of that period', () => {
    const lines = [
      line({ id: 'all', yuan: 1000 }),
      line({ id: 'q1', parentId: 'all', period: '2027-Q1', yuan: 300 }),
      line({
        id: 'video',
        parentId: 'all',
        period: '2027-Q1',
        channel: 'shortVideo',
        shareBp: 4000,
        shareBase: 'period',
      }),
    ]
    expect(amounts(lines).video).toBe(12_000)
  })

  test('an amount and a share that stand together must say the same', () => {
    const both = (given: number) => [
      line({ id: 'all', yuan: 1000 }),
      { ...share('a', 4000), amountCents: yuan(given) },
      share('b', 6000),
    ]
    expect(codes(both(400))).toEqual([])
    expect(codes(both(390))).toEqual(['unassigned', 'share_amount_disagree'])
    const issue = resolveBudget(both(390)).issues[1]
    expect(issue?.figures).toMatchObject({ amountCents: 39_000, byShareCents: 40_000 })
  })

  test('without a total the shares still tell what is missing, and no amount is invented', () => {
    const lines = [line({ id: 'all' }), share('a', 4000), share('b', 5000)]
    const resolved = resolveBudget(lines)
    expect(resolved.lines.every((l) => l.amountCents === null)).toBe(true)
    expect(resolved.levels[0]).toMatchObject({ residualBp: 1000, residualCents: null })
    expect(resolved.lines.map((l) => l.ofTotalBp)).toEqual([10_000, 4000, 5000])
  })

  test('quarters beside channels are a second split of the same money, each with its own residual', () => {
    const lines = [
      line({ id: 'all', yuan: 1000 }),
      line({ id: 'ads', parentId: 'all', channel: 'traffic', yuan: 600 }),
      line({ id: 'video', parentId: 'all', channel: 'shortVideo', yuan: 400 }),
      line({ id: 'q1', parentId: 'all', period: '2027-Q1', yuan: 300 }),
      line({ id: 'q2', parentId: 'all', period: '2027-Q2', yuan: 300 }),
    ]
    const { levels } = resolveBudget(lines)
    expect(levels.map((l) => [l.kind, l.residualCents])).toEqual([
      ['parts', 0],
      ['periods', 40_000],
    ])
  })

  test.each([
    ['a line without anything', [line({ id: 'a' })], 'amount_not_set'],
    ['a share without a base', [line({ id: 'all', yuan: 10 }), share('a', 5000, null)], 'base_missing'],
    [
      'shares above 100 % without a base',
      [line({ id: 'all', yuan: 10 }), share('a', 9000, null), share('b', 9000, null)],
      'ambiguous_shares',
    ],
    ['too much given out', [line({ id: 'all', yuan: 10 }), share('a', 9000), share('b', 2000)], 'excess'],
    ['sales nobody knows', [line({ id: 'all', yuan: 10 }), share('a', 9000, 'sales')], 'base_unknown'],
    ['a parent that is not there', [line({ id: 'a', parentId: 'nobody', yuan: 1 })], 'unknown_parent'],
    ['two lines of one id', [line({ id: 'a', yuan: 1 }), line({ id: 'a', yuan: 1 })], 'duplicate_id'],
    ['parents of one another', [line({ id: 'a', parentId: 'b' }), line({ id: 'b', parentId: 'a' })], 'cycle'],
    ['an amount of the wrong unit', [line({ id: 'a', yuan: 10 ** 11 })], 'amount_too_large'],
    ['a negative amount', [line({ id: 'a', yuan: -1 })], 'negative_amount'],
    [
      'a quarter under another',
      [line({ id: 'a', period: '2027-Q1', yuan: 1 }), line({ id: 'b', parentId: 'a', period: '2027-Q2', yuan: 1 })],
      'period_outside_parent',
    ],
    [
      'a quarter and a month of it',
      [
        line({ id: 'all', yuan: 2 }),
        line({ id: 'a', parentId: 'all', period: '2027-Q1', yuan: 1 }),
        line({ id: 'b', parentId: 'all', period: '2027-02', yuan: 1 }),
      ],
      'overlapping_periods',
    ],
  ])('%s is told once and in both languages', (_name, lines, code) => {
    const { issues } = resolveBudget(lines)
    expect(issues.map((i) => i.code)).toEqual([code])
    const [issue] = issues
    const text = issue && describeIssue(issue)
    expect(
      [text?.zh, text?.en, text?.suggestionZh, text?.suggestionEn].every((t) => t && !/undefined|NaN/.test(t)),
    ).toBe(true)
  })

  test('a chain of thousands of lines is refused with its depth, not with a stack', () => {
    const chain = Array.from({ length: 5000 }, (_, i) => line({ id: `n${i}`, parentId: i === 0 ? null : `n${i - 1}` }))
    expect(codes(chain)).toEqual(['too_deep'])
  })
})

type Shape = { shares: number[]; under: number[][] }

const sharesOfWhole = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 6 })
const shapes: fc.Arbitrary<Shape> = sharesOfWhole.chain((shares) =>
  fc.record({
    shares: fc.constant(shares),
    under: fc.array(sharesOfWhole, { minLength: shares.length, maxLength: shares.length }),
  }),
)

/** A random tree of three levels; the lower shares are of the total or of the parent. */
const treeOf = ({ shares, under }: Shape, base: 'total' | 'parent', total: number): BudgetLine[] => [
  { ...line({ id: 'all' }), amountCents: cents(total) },
  ...shares.flatMap((bp, i) => [
    share(`c${i}`, bp),
    ...(under[i] ?? []).map((childBp, k) => share(`c${i}.${k}`, childBp, base, `c${i}`)),
  ]),
]

describe('the residual of any tree', () => {
  test('[P4.01] of every level is exactly what its lines leave of their parent, in fen and in basis points', () => {
    const total = fc.integer({ min: 1, max: 10 ** 13 })
    fc.assert(
      fc.property(shapes, fc.constantFrom('total', 'parent'), total, (shape, base, cents) => {
        const resolved = resolveBudget(treeOf(shape, base, cents))
        const amountOf = new Map(resolved.lines.map((l) => [l.id, l.amountCents]))
        for (const level of resolved.levels) {
          const sum = level.lineIds.reduce((n, id) => n + (amountOf.get(id) ?? Number.NaN), 0)
          expect(sum + (level.residualCents ?? Number.NaN)).toBe(level.parentCents)
          expect(level.residualBp).toBe(level.wholeBp - (level.shareSumBp ?? Number.NaN))
        }
      }),
      { seed: 401, numRuns: 300 },
    )
  })

  test('[P4.01] of shares that fill their parent is not a fen, and anything else blocks', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 10 ** 12 }), (shape, total) => {
        const resolved = resolveBudget(treeOf(shape, 'parent', total))
        for (const level of resolved.levels) if (level.residualBp === 0) expect(level.residualCents).toBe(0)
        const isFull = resolved.levels.every((level) => level.residualCents === 0 && level.residualBp === 0)
        expect(resolved.blocked).toBe(!isFull)
      }),
      { seed: 402, numRuns: 300 },
    )
  })

  test('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 10 ** 9 }), (shape, total) => {
        const lines = treeOf(shape, 'total', total)
        const levels = (given: readonly BudgetLine[]) =>
          Object.fromEntries(resolveBudget(given).levels.map((l) => [l.parentId, l.residualCents]))
        expect(levels(lines.toReversed())).toEqual(levels(lines))
      }),
      { seed: 403, numRuns: 100 },
    )
  })
})
