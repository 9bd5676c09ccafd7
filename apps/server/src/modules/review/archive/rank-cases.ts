import { segment } from '@zhanggui/text'
import type { CaseText } from './archive-case.ts'

/** Usual constants of BM25: how soon a repeated word stops to count, and how much long texts are held back. */
const SATURATION = 1.2
const LENGTH = 0.75
/** A word of the title says more of a case than one of its text. */
const TITLE_WEIGHT = 3

const wordsOf = (text: string): string[] => segment(text).map((word) => word.toLowerCase())

type Indexed = { one: CaseText; counts: Map<string, number>; length: number }

function indexed(one: CaseText): Indexed {
  const counts = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + weight)
  }
  add(one.title, TITLE_WEIGHT)
  add([one.summary, one.text, ...one.mechanics, ...one.categories].join(' '), 1)
  return { one, counts, length: [...counts.values()].reduce((sum, n) => sum + n, 0) }
}

/**
 * Cases that hold the words, best first; without words all of them, newest first. Width, script and case do not matter: 雙１１ finds 双11.
 * Shape: only cases with at least one of the words. Source: BM25 (Robertson & Zaragoza 2009) over segmented words.
 */
export function rankCases(cases: readonly CaseText[], query: string): { one: CaseText; score: number }[] {
  const asked = [...new Set(wordsOf(query))]
  if (asked.length === 0)
    return cases.toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1)).map((one) => ({ one, score: 0 }))
  const all = cases.map(indexed)
  const mean = all.reduce((sum, { length }) => sum + length, 0) / Math.max(1, all.length)
  const weight = new Map(
    asked.map((word) => {
      const holding = all.filter(({ counts }) => counts.has(word)).length
      return [word, Math.log(1 + (all.length - holding + 0.5) / (holding + 0.5))]
    }),
  )
  const scoreOf = ({ counts, length }: Indexed): number =>
    asked.reduce((sum, word) => {
      const n = counts.get(word) ?? 0
      return (
        sum +
        ((weight.get(word) ?? 0) * n * (SATURATION + 1)) / (n + SATURATION * (1 - LENGTH + (LENGTH * length) / mean))
      )
    }, 0)
  return all
    .map((entry) => ({ one: entry.one, score: scoreOf(entry) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || (a.one.id < b.one.id ? -1 : 1))
}
