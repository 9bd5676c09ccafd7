import type { Finding } from '../finding.ts'
import { findPractices } from '../scan/find-practices.ts'
import type { Practice } from '../scan/practice.ts'
import { inTexts } from './in-texts.ts'
import { defineRule, type Rule } from './rule.ts'

/** All mentions in one cell or field are one finding: the cell is what has to be rewritten. */
function mentions(practice: Practice, text: string): { words: string; times: number }[] {
  const quotes = findPractices(text)
    .filter((found) => found.practice === practice)
    .map((found) => found.quote)
  return quotes.length > 0 ? [{ words: [...new Set(quotes)].join('、'), times: quotes.length }] : []
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
    find: (view) => inTexts(view, (text) => mentions(declared.practice, text)),
    messageZh: ({ words }) => `写有${declared.nameZh}：“${words}”，不会执行`,
    messageEn: ({ words }) => `Asks for ${declared.nameEn}: "${words}"; it will not be carried out`,
  })
