import { type Clause, clauseAround } from './clause.ts'
import { foldText } from './fold-text.ts'
import { isForbidden } from './forbidden.ts'
import type { Practice, Wording } from './practice.ts'
import { VOCABULARIES } from './practices/index.ts'

/** A practice that a text asks for: the words as they were written, and where they begin. */
export type PracticeFound = { practice: Practice; quote: string; start: number; end: number }

type Matcher = { practice: Practice; find: RegExp; excuse: (clause: Clause) => boolean }

function matcher(practice: Practice, { find, unlessAfter, unlessBefore, unlessNear }: Wording): Matcher {
  const before = unlessAfter ? new RegExp(`(?:${unlessAfter})$`) : null
  const after = unlessBefore ? new RegExp(`^(?:${unlessBefore})`) : null
  const near = unlessNear ? new RegExp(unlessNear) : null
  return {
    practice,
    find: new RegExp(find, 'g'),
    excuse: ({ left, match, right }) =>
      (before?.test(left) ?? false) || (after?.test(right) ?? false) || (near?.test(left + match + right) ?? false),
  }
}

const MATCHERS: readonly Matcher[] = VOCABULARIES.flatMap(({ practice, wordings }) =>
  wordings.map((wording) => matcher(practice, wording)),
)

type Span = { practice: Practice; from: number; to: number }

function* spansOf(folded: string): Generator<Span> {
  for (const { practice, find, excuse } of MATCHERS)
    for (const match of folded.matchAll(find)) {
      const from = match.index
      const to = from + match[0].length
      const clause = clauseAround(folded, from, to)
      if (!excuse(clause) && !isForbidden(clause, { watches: practice === 'scraping' })) yield { practice, from, to }
    }
}

/** Wordings overlap (刷单 in 找人刷单); of overlapping ones the first and widest is told. */
function widest(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.findLast((k) => k.practice === span.practice)
    if (!last || span.from >= last.to) kept.push(span)
  }
  return kept
}

/**
 * Prohibited practices in a text, in any script, width or spelling trick, in the order of the text.
 * What forbids, detects or reports a practice is none; neither are words that merely share its characters (刷卡, 印刷单价).
 * Shape: linear in the length of the text. Source: requirement ledger P13.03, X09, X10.
 * @example findPractices('每天刷·單 20 笔') // [{ practice: 'boughtOrders', quote: '刷·單', start: 2, end: 5 }]
 */
export function findPractices(text: string): PracticeFound[] {
  const { folded, original } = foldText(text)
  return widest([...spansOf(folded)]).map(({ practice, from, to }) => {
    const { start, end } = original(from, to)
    return { practice, quote: text.slice(start, end), start, end }
  })
}
