import { type Period, periodDays } from '@zhanggui/kernel'
import type { BudgetLine } from '../budget-line.ts'
import type { BudgetTree } from './build-tree.ts'

/** `parts`: what the money is for. `periods`: when it is spent. A parent may be split both ways; each adds up by itself. */
export type SplitKind = 'parts' | 'periods'
export type Split = { parentId: string | null; kind: SplitKind; lines: readonly BudgetLine[] }

const spanOf = (period: Period): number => {
  const { from, to } = periodDays(period)
  return Date.parse(to) - Date.parse(from)
}

/** A line that stands for a stretch of time as such: no channel, no campaign, no reserve. */
const isPeriodHeading = (line: BudgetLine): boolean =>
  line.kind === 'spend' && line.channel === null && line.eventId === null

export const widestPeriod = (lines: readonly BudgetLine[]): Period | null =>
  lines.reduce<Period | null>((w, { period }) => (w === null || spanOf(period) > spanOf(w) ? period : w), null)

/**
 * The one or two splits of a parent's lines. Headings over shorter periods (`Q1` … `Q4`) beside lines over the parent's own
 * period are a second split of the same money; without such neighbours all lines are one split.
 */
export function splitsOf(tree: BudgetTree, parentId: string | null): Split[] {
  const lines = tree.childrenOf.get(parentId) ?? []
  if (lines.length === 0) return []
  const whole = (parentId === null ? null : tree.byId.get(parentId)?.period) ?? widestPeriod(lines)
  const shorter = (line: BudgetLine): boolean => whole !== null && spanOf(line.period) < spanOf(whole)
  const headings = lines.filter((line) => isPeriodHeading(line) && shorter(line))
  const parts = lines.filter((line) => !headings.includes(line))
  if (headings.length > 0 && parts.some((line) => !shorter(line)))
    return [
      { parentId, kind: 'parts', lines: parts },
      { parentId, kind: 'periods', lines: headings },
    ]
  return [{ parentId, kind: headings.length === lines.length ? 'periods' : 'parts', lines }]
}

/** The split that a line belongs to. */
export function splitOf(tree: BudgetTree, line: BudgetLine): Split {
  const found = splitsOf(tree, line.parentId).find((split) => split.lines.includes(line))
  return found ?? { parentId: line.parentId, kind: 'parts', lines: [line] }
}
