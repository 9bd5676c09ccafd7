import type { BudgetLine } from '../budget-line.ts'
import type { BudgetIssue } from '../tree/budget-issue.ts'
import { readShares } from './read-shares.ts'
import type { OpenShare, ShareReading } from './share-reading.ts'

/** A level whose shares can be read in several ways, with all of them. */
export type OpenLevel = { parentId: string | null; lineIds: readonly string[]; readings: readonly ShareReading[] }

const openShare = ({ id, name, channel, kind, shareBp }: BudgetLine): OpenShare[] =>
  shareBp === null ? [] : [{ id, name, channel, kind, shareBp }]

/** The readings of every level that `resolveBudget` found ambiguous. */
export function openLevels(lines: readonly BudgetLine[], issues: readonly BudgetIssue[]): OpenLevel[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'ambiguous_shares') return []
    const ids = new Set(issue.lineIds)
    const shares = lines.filter((line) => ids.has(line.id)).flatMap(openShare)
    return [{ parentId: issue.parentId, lineIds: issue.lineIds, readings: readShares(shares) }]
  })
}
