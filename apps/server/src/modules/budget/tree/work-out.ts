import {
  type BudgetFigures,
  type BudgetLine,
  type BudgetRules,
  checkAgainstProfile,
  checkStages,
  describeIssue,
  findProfile,
  openLevels,
  quarterConflicts,
  resolveBudget,
  type StageFinding,
  type StageOverride,
} from '@zhanggui/budget'
import type { BudgetWorkedOut } from '@zhanggui/contract'
import { parsePeriod, ratio, sumCents } from '@zhanggui/kernel'

/** A budget with everything that it is judged by. */
export type BudgetQuestion = {
  year: number
  lines: readonly BudgetLine[]
  rules: BudgetRules
  profile: string | null
  figures: BudgetFigures
  overrides: readonly StageOverride[]
}

type Resolved = ReturnType<typeof resolveBudget>

/** Planned spend and subsidies against the year's sales target, before anything is committed (X08). */
function plannedFeeRatio({ lines, rules, figures, year }: BudgetQuestion, resolved: Resolved) {
  const isReserve = (id: string): boolean => lines.find((line) => line.id === id)?.kind === 'reserve'
  const leaves = resolved.lines.filter((line) => line.isLeaf && !isReserve(line.id))
  const known = leaves.flatMap(({ amountCents }) => amountCents ?? [])
  const spendCents = known.length === leaves.length && leaves.length > 0 ? sumCents(known) : null
  const salesCents = figures.salesOf?.(parsePeriod(String(year))) ?? null
  const ceilingBp = rules.feeRatioMaxBp
  const over =
    ceilingBp !== null &&
    spendCents !== null &&
    salesCents !== null &&
    BigInt(spendCents) * 10_000n > BigInt(salesCents) * BigInt(ceilingBp)
  return { spendCents, salesCents, ratio: ratio(spendCents, salesCents), ceilingBp, over }
}

const namedStage = ({ rules }: BudgetQuestion, { lineIds, ...finding }: StageFinding) => ({
  ...finding,
  lineIds: [...lineIds],
  ruleName: rules.stages.find((rule) => rule.id === finding.ruleId)?.name ?? finding.ruleId,
})

/** Works a budget out for a page: amounts, what is left, what is unclear and what breaks a rule. Pure. */
export function workOut(question: BudgetQuestion): BudgetWorkedOut {
  const { lines, rules, profile, figures, overrides } = question
  const resolved = resolveBudget(lines, figures)
  const named = profile === null ? undefined : findProfile(profile)
  const worked = {
    totalCents: resolved.totalCents,
    lines: resolved.lines,
    levels: resolved.levels,
    issues: resolved.issues.map((issue) => ({ ...issue, ...wordsOf(issue) })),
    blocked: resolved.blocked,
    openLevels: openLevels(lines, resolved.issues),
    conflicts: quarterConflicts(lines, figures),
    stages: checkStages(lines, rules.stages, { figures, overrides }).map((finding) => namedStage(question, finding)),
    profileDifferences: named ? checkAgainstProfile(lines, named) : [],
    plannedFeeRatio: plannedFeeRatio(question, resolved),
  }
  // The contract's arrays may be changed, the engine's may not: the same data.
  return worked as unknown as BudgetWorkedOut
}

function wordsOf(issue: Parameters<typeof describeIssue>[0]) {
  const { zh, en, suggestionZh, suggestionEn } = describeIssue(issue)
  return { messageZh: zh, messageEn: en, suggestionZh, suggestionEn }
}
