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

/** The words of a finding with the title of its SKU, for readers who do not know ids; its facts stay as they are. */
export function sayFinding({ code, facts }: Pick<Finding, 'code' | 'facts'>, titleOf: (skuId: string) => string) {
  const { zh, en } = FINDING_WORDS[code] as { zh: (facts: object) => string; en: (facts: object) => string }
  const named = 'skuId' in facts ? { ...facts, skuId: titleOf(facts.skuId) } : facts
  return { zh: zh(named), en: en(named) }
}

/** Whether anything stands in the way of approval. */
export const isBlocked = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')
