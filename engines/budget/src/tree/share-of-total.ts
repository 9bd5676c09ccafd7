import type { BudgetLine } from '../budget-line.ts'
import type { BudgetTree } from './build-tree.ts'

/**
 * A line's share of the plan's total in basis points, from shares alone: known before any amount is.
 * `null` where a base is missing, is not part of the total, or the product is not a whole basis point.
 */
export function shareOfTotal(tree: BudgetTree, line: BudgetLine): number | null {
  const isOnlyRoot = line.parentId === null && (tree.childrenOf.get(null)?.length ?? 0) === 1
  if (isOnlyRoot && line.shareBp === null) return 10_000
  if (line.shareBp === null) return null
  if (line.shareBase === 'total') return line.shareBp
  const parent = line.parentId === null ? undefined : tree.byId.get(line.parentId)
  if (line.shareBase !== 'parent' || !parent) return null
  const above = shareOfTotal(tree, parent)
  if (above === null) return null
  const product = above * line.shareBp
  return product % 10_000 === 0 ? product / 10_000 : null
}
