import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { CONTRIBUTION_RULES, contributions, type PartDays } from './contributions.ts'
import { standing } from './false-discoveries.ts'
import { meanDifference, pairedDifference } from './mean-difference.ts'

const rng = createRng('parts of a change')
/** 28 days with a weekly course: half as much again at weekends. */
const days = (level: number, noise: number): number[] =>
  Array.from({ length: 28 }, (_, d) => Math.round(level * (d % 7 > 4 ? 1.5 : 1) * (1 + noise * rng.normal())))

describe('which values of a dimension made a change', () => {
  it('the planted cause is found and called significant, the noise is not', () => {
    const parts: PartDays[] = Array.from({ length: 30 }, (_, i) => ({
      id: `c${i}`,
      before: days(10_000, 0.1),
      after: days(10_000, 0.1),
    }))
    parts.push({ id: 'planted', before: days(10_000, 0.1), after: days(8_500, 0.1) })
    const rows = contributions(parts, CONTRIBUTION_RULES)
    expect(rows[0]).toMatchObject({ id: 'planted', isSignificant: true })
    expect(rows.filter((r) => r.isSignificant).map((r) => r.id)).toEqual(['planted'])
  })

  it('where nothing happened, at most one study in twenty says otherwise', () => {
    let wrong = 0
    for (let study = 0; study < 200; study++) {
      const parts = Array.from({ length: 12 }, (_, i) => ({
        id: `c${i}`,
        before: days(500, 0.3),
        after: days(500, 0.3),
      }))
      if (contributions(parts, CONTRIBUTION_RULES).some((r) => r.isSignificant)) wrong++
    }
    // 10 expected of 200; 20 is three standard deviations more.
    expect(wrong).toBeLessThanOrEqual(20)
  })

  it('changes add up to the change, shares to 1, surprises to 0', () => {
    const parts = [
      { id: 'a', before: [10, 20], after: [30, 40] },
      { id: 'b', before: [5, 5], after: [0, 0] },
    ]
    const rows = contributions(parts, CONTRIBUTION_RULES)
    const sum = (pick: (r: (typeof rows)[number]) => number | null): number =>
      rows.reduce((t, r) => t + (pick(r) ?? 0), 0)
    expect([sum((r) => r.change), sum((r) => r.share), sum((r) => r.surprise)]).toEqual([30, 1, 0])
  })

  it('a part that moved as the whole moved is no surprise', () => {
    const parts = [
      { id: 'a', before: [100, 100], after: [120, 120] },
      { id: 'b', before: [50, 50], after: [60, 60] },
    ]
    expect(contributions(parts, CONTRIBUTION_RULES).map((r) => Math.round(r.surprise ?? -1))).toEqual([0, 0])
  })

  it('a single day on each side claims nothing; a whole that did not change has no shares', () => {
    expect(contributions([{ id: 'a', before: [1], after: [9] }], CONTRIBUTION_RULES)[0]).toMatchObject({
      daily: null,
      isSignificant: false,
    })
    expect(contributions([{ id: 'a', before: [4], after: [4] }], CONTRIBUTION_RULES)[0]?.share).toBeNull()
    expect(contributions([], CONTRIBUTION_RULES)).toEqual([])
  })
})

describe('differences of means', () => {
  /** The sleep data of Student (1908); t.test(extra ~ group) in R 4.2.2: Welch −3.365483 … 0.205483, p 0.07939; paired p 0.00283. */
  const drug = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
  const other = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  it("Student's sleep data: Welch's interval and p value are R's", () => {
    const difference = meanDifference(other, drug)
    expect(difference?.mean).toBeCloseTo(-1.58, 10)
    expect(difference?.low).toBeCloseTo(-3.365483, 4)
    expect(difference?.high).toBeCloseTo(0.205483, 4)
    expect(difference?.p).toBeCloseTo(0.07939414, 6)
  })

  it("paired, they are R's too", () => {
    const difference = pairedDifference(drug.map((after, i) => ({ before: other[i] ?? 0, after })))
    expect(difference?.p).toBeCloseTo(0.00283289, 6)
    expect(difference?.low).toBeCloseTo(-2.4598858, 4)
  })

  it('figures without spread are certain; no difference is no evidence', () => {
    expect(meanDifference([1, 1], [2, 2])).toEqual({ mean: 1, low: 1, high: 1, p: 0 })
    expect(meanDifference([1, 1], [1, 1])?.p).toBe(1)
    expect(meanDifference([1], [2, 2])).toBeNull()
  })
})

describe('findings that stand among many', () => {
  it.each([
    ['all small', [0.001, 0.04, 0.03], [true, true, true]],
    ['one of many by chance', [0.04, 0.5, 0.6, 0.7], [false, false, false, false]],
    ['what is not tested is not kept', [0.001, null], [true, false]],
    // Benjamini & Hochberg (1995), section 3.2: of these fifteen, four stand at 0.05 where Bonferroni keeps three.
    [
      'the example of the paper',
      [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
      [true, true, true, true, ...Array.from({ length: 11 }, () => false)],
    ],
  ])('%s', (_, pValues, expected) => expect(standing(pValues, 0.05)).toEqual(expected))

  it('the largest of many were many looks', () => expect(standing([0.01], 0.05, 30)).toEqual([false]))
})
