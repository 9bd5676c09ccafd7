import type { Finding, FindingLevel } from '../finding.ts'

export type FindingCounts = Record<FindingLevel, number>

/** @example countFindings(checkPlan(plan, facts)).error > 0 // approval is blocked */
export function countFindings(findings: readonly Pick<Finding, 'level'>[]): FindingCounts {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { level } of findings) counts[level]++
  return counts
}
