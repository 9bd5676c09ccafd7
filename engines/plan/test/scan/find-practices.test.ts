import { describe, expect, test } from 'vitest'
import { findPractices } from '../../src/scan/find-practices.ts'
import { PRACTICES, type Practice } from '../../src/scan/practice.ts'
import { ASKED, INNOCENT } from './labelled-sentences.ts'

const practicesIn = (text: string): Set<Practice> => new Set(findPractices(text).map((f) => f.practice))

describe('[P13.03] prohibited practices are found in any wording', () => {
  test('the labelled set is large enough to mean something', () => {
    expect(Object.values(ASKED).flat().length + INNOCENT.length).toBeGreaterThanOrEqual(400)
  })
  test.each(PRACTICES)('%s: every labelled sentence is found', (practice) => {
    expect(ASKED[practice].filter((sentence) => !practicesIn(sentence).has(practice))).toEqual([])
  })
  test('no innocent sentence is found (precision 100 %)', () => {
    const found = INNOCENT.flatMap((s) => findPractices(s).map((f) => `${s} → ${f.practice}: ${f.quote}`))
    expect(found).toEqual([])
  })
})
