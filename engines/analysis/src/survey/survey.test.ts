import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilsonBounds } from '../rates/wilson-bounds.ts'
import { proposedChanges } from './proposed-changes.ts'
import { summariseQuestion } from './summarise-question.ts'
import type { SurveyAnswer, SurveyQuestion } from './survey.ts'

const question = (more: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  number: 1,
  text: '最希望改进什么',
  kind: 'multiple',
  options: ['运费', '客服', '尺码'],
  area: 'logistics',
  isAboutImprovement: true,
  goal: null,
  ...more,
})
/** `replies` to question 1, numbered from 1. */
const answers = (...replies: SurveyAnswer['replies'][number][]): SurveyAnswer[] =>
  replies.map((reply, i) => ({ number: i + 1, replies: { 1: reply } }))
const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value)

describe('bounds of a rate', () => {
  // Source: Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  test.each([
    { hits: 81, of: 263, low: 0.2553, high: 0.3662 },
    { hits: 15, of: 148, low: 0.0624, high: 0.1605 },
    { hits: 0, of: 20, low: 0, high: 0.1611 },
    { hits: 1, of: 29, low: 0.0061, high: 0.1718 },
  ])('$hits of $of as published', ({ hits, of, low, high }) => {
    const bounds = wilsonBounds({ hits, of }, 0.95)
    expect(bounds?.low).toBeCloseTo(low, 4)
    expect(bounds?.high).toBeCloseTo(high, 4)
  })

  test('hold the rate and stay within nothing and all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }), (hits, more) => {
        const { rate = -1, low = -1, high = -1 } = wilsonBounds({ hits, of: hits + more }, 0.95) ?? {}
        expect(0 <= low && low <= rate && rate <= high && high <= 1).toBe(true)
      }),
      { seed: 14 },
    )
  })
})

describe('what was answered', () => {
  test('shares are of those who answered the question; several picks add up to more than one', () => {
    const { answers: given, options } = summariseQuestion(question(), [
      ...answers(['运费', '客服'], ['运费']),
      { number: 3, replies: {} },
    ])
    expect(given).toEqual([1, 2])
    expect(options.map(({ option, answers: those, share }) => [option, those, share?.rate])).toEqual([
      ['运费', [1, 2], 1],
      ['客服', [1], 0.5],
      ['尺码', [], 0],
    ])
  })

  test('a scale has a mean with bounds; one answer has no bounds, none has no mean', () => {
    const scale = question({ kind: 'scale', options: [] })
    expect(summariseQuestion(scale, answers(4, 5, 3)).mean).toMatchObject({ value: 4 })
    expect(summariseQuestion(scale, answers(4)).mean).toEqual({ value: 4, low: null, high: null })
    expect(summariseQuestion(scale, []).mean).toBeNull()
  })
})

describe('what next year has to change', () => {
  test('[P14.15] an option that enough people pick is a change that cites exactly them', () => {
    const found = proposedChanges([question()], answers(...times(40, ['运费']), ...times(60, ['客服'])))
    expect(found.map(({ option, priority, cites }) => [option, priority, cites.length])).toEqual([
      ['客服', 'high', 60],
      ['运费', 'high', 40],
    ])
    expect(found[1]?.cites).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  })

  test.each([
    { name: 'picked by so few that chance would do', of: answers(['运费'], ...times(9, ['客服'])), asked: ['客服'] },
    { name: 'nobody answered', of: [], asked: [] },
  ])('[P14.15] $name: no change', ({ of, asked }) => {
    expect(proposedChanges([question()], of).map(({ option }) => option)).toEqual(asked)
  })

  test('[P14.15] a question that does not ask for improvements proposes nothing, however often an option is picked', () => {
    expect(proposedChanges([question({ isAboutImprovement: false })], answers(...times(50, ['运费'])))).toEqual([])
  })

  test('[P14.15] a scale below its goal by more than chance cites those below it; one at its goal is silent', () => {
    const scale = question({ kind: 'scale', options: [], goal: 8 })
    const scores = [...times(30, 5), ...times(10, 9)]
    expect(proposedChanges([scale], answers(...scores))).toMatchObject([
      { option: null, of: 40, cites: { length: 30 } },
    ])
    expect(proposedChanges([scale], answers(...times(20, 8)))).toEqual([])
    expect(proposedChanges([scale], answers(2))).toEqual([])
  })
})
