import { cents, parsePeriod } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BudgetLine,
  checkStages,
  describeIssue,
  openLevels,
  quarterConflicts,
  readBudgetTable,
  resolveBudget,
} from '../src/index.ts'

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const periods = fc
  .constantFrom('2027', '2027-Q1', '2027-Q4', '2027-02', '2028', '2027-11-11')
  .map((text) => parsePeriod(text))

/** Lines of the right shape and nothing more: parents that are missing or circular, shares of nothing, huge and negative amounts. */
const anyLine: fc.Arbitrary<BudgetLine> = fc.record({
  id: ids,
  parentId: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'nobody')),
  name: fc.string({ maxLength: 5 }),
  kind: fc.constantFrom('spend', 'subsidy', 'reserve'),
  channel: fc.option(fc.constantFrom('keyword', 'kol', 'traffic', 'coupons', 'reserve', 'shortVideo', '没有的渠道')),
  period: periods,
  eventId: fc.constant(null),
  shareBp: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  shareBase: fc.option(fc.constantFrom('total', 'parent', 'period', 'sales')),
  amountCents: fc.option(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }).map(cents)),
  owner: fc.constant(null),
  note: fc.constant(''),
})
const stage = { id: 's', name: 's', channels: [], minBp: 0, maxBp: 1500, base: null, reason: '' }
const span = { fromPeriod: parsePeriod('2027-01'), toPeriod: parsePeriod('2027-Q2') }

describe('any lines at all', () => {
  test('are worked out or refused with their issues; nothing throws, and what blocks is said', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { maxLength: 8 }),
        fc.option(fc.integer({ min: 0, max: 10 ** 13 })),
        (lines, sales) => {
          const figures = { salesOf: () => (sales === null ? null : cents(sales)) }
          const resolved = resolveBudget(lines, figures)
          for (const issue of resolved.issues) expect(describeIssue(issue).zh).not.toMatch(/undefined|NaN/)
          expect(resolved.blocked).toBe(resolved.issues.some((issue) => issue.blocking))
          openLevels(lines, resolved.issues)
          quarterConflicts(lines, figures)
          checkStages(
            lines,
            [
              { ...stage, ...span, maxBp: 0 },
              { ...stage, ...span },
            ],
            { figures },
          )
        },
      ),
      { seed: 412, numRuns: 2000 },
    )
  })

  test('a table of any cells is read or its rows are named; nothing throws and no row is lost', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('40%', '1.2万', '流量（公域）', '40（30+10）', 'Q3', '合计', '项目', '占比', '金额', ''),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }), (table) => {
        let next = 0
        const { lines, problems } = readBudgetTable(table, { year: 2027, newId: () => `n${++next}` })
        const rowsNamed = new Set(problems.map((p) => p.row))
        expect(rowsNamed.size).toBeLessThanOrEqual(table.length)
        expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length)
      }),
      { seed: 413, numRuns: 2000 },
    )
  })

  test('five thousand lines are worked out in the time of a click', () => {
    const wide = Array.from({ length: 5000 }, (_, i): BudgetLine => {
      const root = i === 0
      const share = root ? null : 2
      return {
        id: `n${i}`,
        parentId: root ? null : 'n0',
        name: '',
        kind: 'spend',
        channel: root ? null : 'keyword',
        period: parsePeriod(i % 3 === 1 ? '2027-Q1' : '2027'),
        eventId: null,
        shareBp: share,
        shareBase: share === null ? null : 'parent',
        amountCents: root ? cents(10 ** 11) : null,
        owner: null,
        note: '',
      }
    })
    const { levels } = resolveBudget(wide)
    expect(levels[0]).toMatchObject({ shareSumBp: 9998, residualBp: 2 })
  }, 5000)
})
