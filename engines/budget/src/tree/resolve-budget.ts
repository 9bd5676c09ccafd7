import { type Cents, ratio } from '@zhanggui/kernel'
import type { BudgetLine } from '../budget-line.ts'
import { type Amount, AmountBook, type BudgetFigures } from './amount-book.ts'
import type { BudgetIssue } from './budget-issue.ts'
import { type BudgetTree, buildTree } from './build-tree.ts'
import { findIssues } from './find-issues.ts'
import { type BudgetLevel, measureLevels } from './levels.ts'
import { shareOfTotal } from './share-of-total.ts'

/** A line with its amount. Shares in basis points, amounts in fen; `null` is not known. */
export type ResolvedLine = {
  id: string
  parentId: string | null
  depth: number
  amountCents: Cents | null
  from: Amount['from']
  /** What the line's share is a share of, in fen. */
  baseCents: Cents | null
  /** Share of the plan's total: as the shares say, else amount ÷ total as a fraction of 10,000. */
  ofTotalBp: number | null
  isLeaf: boolean
}

export type ResolvedBudget = {
  totalCents: Cents | null
  /** Depth first, in the order given. */
  lines: readonly ResolvedLine[]
  levels: readonly BudgetLevel[]
  issues: readonly BudgetIssue[]
  /** True while something stands in the way of approval. */
  blocked: boolean
}

function depthFirst(tree: BudgetTree, parentId: string | null): BudgetLine[] {
  return (tree.childrenOf.get(parentId) ?? []).flatMap((line) => [line, ...depthFirst(tree, line.id)])
}

function ofTotal(tree: BudgetTree, line: BudgetLine, amount: Cents | null, total: Cents | null): number | null {
  const stated = line.amountCents === null ? shareOfTotal(tree, line) : null
  if (stated !== null) return stated
  const share = ratio(amount, total)
  return share === null ? null : share * 10_000
}

function resolveLine(tree: BudgetTree, book: AmountBook, line: BudgetLine): ResolvedLine {
  const { cents, from } = book.of(line)
  return {
    id: line.id,
    parentId: line.parentId,
    depth: tree.depthOf.get(line.id) ?? 0,
    amountCents: cents,
    from,
    baseCents: line.shareBase === null ? null : book.baseOf(line, line.shareBase),
    ofTotalBp: ofTotal(tree, line, cents, book.total()),
    isLeaf: !tree.childrenOf.has(line.id),
  }
}

/**
 * Works a budget tree out: every amount, every residual, everything that is wrong. Nothing is scaled or guessed (P4.01, X01).
 * Shape: lines depth first; one level a split. Unit: fen and basis points. Errors: none thrown; a tree that cannot be built
 * (cycle, unknown parent) comes back without lines and with its issues.
 * @example resolveBudget(lines, { salesOf: (period) => goals.gmvOf(period) })
 */
export function resolveBudget(lines: readonly BudgetLine[], figures: BudgetFigures = {}): ResolvedBudget {
  const built = buildTree(lines)
  if (!built.ok) return { totalCents: null, lines: [], levels: [], issues: built.error, blocked: true }
  const tree = built.value
  const book = new AmountBook(tree, figures)
  const levels = measureLevels(tree, book)
  const issues = findIssues(tree, book, levels)
  return {
    totalCents: book.total(),
    lines: depthFirst(tree, null).map((line) => resolveLine(tree, book, line)),
    levels,
    issues,
    blocked: issues.some((issue) => issue.blocking),
  }
}
