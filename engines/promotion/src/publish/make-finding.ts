import type { Finding, FindingCode, FindingFacts } from './finding.ts'
import { FINDING_WORDS } from './finding-words.ts'

/** Every code there is, in the order of the list. */
export const FINDING_CODES = Object.keys(FINDING_WORDS) as FindingCode[]

/** A finding with its weight and its words. */
export function makeFinding<C extends FindingCode>(
  code: C,
  ruleIds: readonly string[],
  facts: FindingFacts[C],
): Finding<C> {
  const { severity, zh, en } = FINDING_WORDS[code]
  return { code, severity, ruleIds, facts, zh: zh(facts), en: en(facts) }
}

/** Whether anything stands in the way of approval. */
export const isBlocked = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')
