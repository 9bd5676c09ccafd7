import type { RuleSet } from '../../rules/compile-rules.ts'
import type { Finding } from '../finding.ts'
import { makeFinding } from '../make-finding.ts'
import type { PublishCase, RuleLimit } from '../publish-case.ts'

/** Coupons that nothing limits, and rules that never end. */
function openRules({ rules }: RuleSet, limits: Readonly<Record<string, RuleLimit>>): Finding[] {
  return [...rules.values()].flatMap(({ rule }) => {
    const { ruleId, name, needsClaim, when } = rule
    const { total, budgetCents } = limits[ruleId] ?? {}
    const findings: Finding[] = []
    if (needsClaim && total === undefined && budgetCents === undefined)
      findings.push(makeFinding('unlimited_coupon', [ruleId], { name }))
    if (when?.until === undefined) findings.push(makeFinding('open_ended', [ruleId], { name }))
    return findings
  })
}

/** Rules whose cost on past orders is above their budget. */
function overBudget({ replay, limits = {} }: PublishCase): Finding[] {
  return (replay?.byRule ?? []).flatMap(({ ruleId, cutCents, orders }) => {
    const budgetCents = limits[ruleId]?.budgetCents
    if (budgetCents === undefined || cutCents <= budgetCents) return []
    return [makeFinding('over_budget', [ruleId], { expectedCents: cutCents, budgetCents, orders })]
  })
}

export const checkLimits = (publish: PublishCase): Finding[] => [
  ...openRules(publish.ruleSet, publish.limits ?? {}),
  ...overBudget(publish),
]
