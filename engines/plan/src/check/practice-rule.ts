import type { Finding } from '../finding.ts'
import { findPractices, type PracticeFound } from '../scan/find-practices.ts'
import type { Practice } from '../scan/practice.ts'
import { atText } from './places.ts'
import type { PlanText } from './plan-texts.ts'
import type { PlanView } from './plan-view.ts'
import { defineRule, type Rule } from './rule.ts'

const scanned = new WeakMap<PlanText, readonly PracticeFound[]>()

/** Five rules ask of the same text; it is scanned once. */
function practicesIn(text: PlanText): readonly PracticeFound[] {
  const before = scanned.get(text)
  if (before) return before
  const found = findPractices(text.text)
  scanned.set(text, found)
  return found
}

/** All mentions in one cell or field are one finding: the cell is what has to be rewritten. */
function* mentions({ texts }: PlanView, practice: Practice) {
  for (const text of texts) {
    const quotes = practicesIn(text)
      .filter((found) => found.practice === practice)
      .map((found) => found.quote)
    if (quotes.length > 0) yield atText(text, { words: [...new Set(quotes)].join('、'), times: quotes.length })
  }
}

/**
 * A rule against a practice that no plan may contain (P13.03). The suggestion names what can be done instead; nothing that it
 * finds becomes a task, a budget line or a merchant request.
 */
export const practiceRule = (declared: {
  id: string
  practice: Practice
  rows: readonly string[]
  nameZh: string
  nameEn: string
  suggestionZh: string
  suggestionEn: string
}): Rule =>
  defineRule({
    ...declared,
    level: 'error' satisfies Finding['level'],
    find: (view) => mentions(view, declared.practice),
    messageZh: ({ words }) => `写有${declared.nameZh}：“${words}”，不会执行`,
    messageEn: ({ words }) => `Asks for ${declared.nameEn}: "${words}"; it will not be carried out`,
  })
