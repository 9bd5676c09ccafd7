import { periodDays, periodHolds } from '@zhanggui/kernel'
import type { BudgetLine } from '../budget-line.ts'
import type { AmountBook } from './amount-book.ts'
import { type BudgetIssue, budgetIssue } from './budget-issue.ts'
import type { BudgetTree } from './build-tree.ts'
import type { BudgetLevel } from './levels.ts'

const shareSum = (lines: readonly BudgetLine[]): number => lines.reduce((sum, { shareBp }) => sum + (shareBp ?? 0), 0)

/** Shares whose base nobody stated: told once a level; above 100 % they can be read in more than one way. */
function missingBases(tree: BudgetTree, level: BudgetLevel): BudgetIssue[] {
  const lines = level.lineIds.flatMap((id) => tree.byId.get(id) ?? [])
  const without = lines.filter((line) => line.shareBp !== null && line.shareBase === null)
  if (without.length === 0) return []
  const sumBp = shareSum(lines)
  const code = sumBp > 10_000 ? 'ambiguous_shares' : 'base_missing'
  const ids = without.map((line) => line.id)
  return [budgetIssue(code, ids, level.parentId, { sumBp, residualBp: 10_000 - sumBp })]
}

/** Left over or given out twice: one finding a level, in fen where amounts are known, else in basis points. */
function residuals(level: BudgetLevel): BudgetIssue[] {
  const { residualCents, residualBp, parentCents, shareSumBp, lineIds, parentId } = level
  const off = residualCents ?? residualBp ?? 0
  if (off === 0) return []
  const code = off > 0 ? 'unassigned' : 'excess'
  return [budgetIssue(code, lineIds, parentId, { residualCents, residualBp, parentCents, shareSumBp })]
}

const levelIssues = (tree: BudgetTree, level: BudgetLevel): BudgetIssue[] => {
  const missing = missingBases(tree, level)
  return missing.length > 0 ? missing : residuals(level)
}

function lineAmounts(tree: BudgetTree, book: AmountBook, line: BudgetLine): BudgetIssue[] {
  const { cents } = book.of(line)
  if (cents !== null && cents < 0)
    return [budgetIssue('negative_amount', [line.id], line.parentId, { amountCents: cents })]
  if (line.amountCents !== null && line.shareBp !== null) return disagreement(book, line)
  if (cents !== null) return []
  const isLeaf = !tree.childrenOf.has(line.id)
  if (line.shareBp === null) return isLeaf ? [budgetIssue('amount_not_set', [line.id], line.parentId)] : []
  if (line.shareBase === null) return []
  return isBaseUnknownHere(tree, book, line)
    ? [budgetIssue('base_unknown', [line.id], line.parentId, { base: line.shareBase, period: line.period })]
    : []
}

/** Only where the gap begins: a parent whose own base is unknown has been told already. */
function isBaseUnknownHere(tree: BudgetTree, book: AmountBook, line: BudgetLine): boolean {
  const parent = line.parentId === null ? undefined : tree.byId.get(line.parentId)
  return !parent || book.of(parent).cents !== null || line.shareBase === 'sales' || line.shareBase === 'period'
}

/** An amount and a share that stand side by side must say the same; one fen may go to a neighbour in rounding. */
function disagreement(book: AmountBook, line: BudgetLine): BudgetIssue[] {
  const byShareCents = book.byShare(line)
  const amountCents = line.amountCents
  if (byShareCents === null || amountCents === null || Math.abs(byShareCents - amountCents) <= 1) return []
  const figures = { amountCents, byShareCents, shareBp: line.shareBp, base: line.shareBase }
  return [budgetIssue('share_amount_disagree', [line.id], line.parentId, figures)]
}

function periodOutside(tree: BudgetTree, line: BudgetLine): BudgetIssue[] {
  const parent = line.parentId === null ? undefined : tree.byId.get(line.parentId)
  if (!parent || periodHolds(parent.period, line.period)) return []
  const figures = { period: line.period, parentPeriod: parent.period }
  return [budgetIssue('period_outside_parent', [line.id], parent.id, figures)]
}

/** Two headings of a split by time that share days would count the same money twice. */
function overlaps(tree: BudgetTree, level: BudgetLevel): BudgetIssue[] {
  if (level.kind !== 'periods') return []
  const lines = level.lineIds.flatMap((id) => tree.byId.get(id) ?? [])
  const spans = lines.map((line) => ({ id: line.id, ...periodDays(line.period) }))
  spans.sort((a, b) => (a.from < b.from ? -1 : 1))
  return spans.flatMap((span, i) => {
    const next = spans[i + 1]
    return next && next.from < span.to ? [budgetIssue('overlapping_periods', [span.id, next.id], level.parentId)] : []
  })
}

/** What the tree's own figures show to be wrong, levels first, each defect once. */
export function findIssues(tree: BudgetTree, book: AmountBook, levels: readonly BudgetLevel[]): BudgetIssue[] {
  return [
    ...levels.flatMap((level) => [...levelIssues(tree, level), ...overlaps(tree, level)]),
    ...tree.lines.flatMap((line) => [...lineAmounts(tree, book, line), ...periodOutside(tree, line)]),
  ]
}
