import { err, ok, type Result } from '@zhanggui/kernel'
import type { BudgetLine } from '../budget-line.ts'
import { type BudgetIssue, budgetIssue } from './budget-issue.ts'

export type BudgetTree = {
  lines: readonly BudgetLine[]
  byId: ReadonlyMap<string, BudgetLine>
  /** Key `null`: the lines at the top. Order as given. */
  childrenOf: ReadonlyMap<string | null, readonly BudgetLine[]>
  depthOf: ReadonlyMap<string, number>
}

/** A hundred hundred-million yuan on one line is a typing error; below it no sum of a plan leaves the safe range. */
export const AMOUNT_MAX_CENTS = 10 ** 12

/** Deeper trees are mistakes; the limit also keeps every walk over a tree short. */
export const MAX_DEPTH = 30

function duplicates(lines: readonly BudgetLine[]): BudgetIssue[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { id } of lines) (seen.has(id) ? twice : seen).add(id)
  return [...twice].map((id) => budgetIssue('duplicate_id', [id]))
}

const groupByParent = (lines: readonly BudgetLine[]): Map<string | null, BudgetLine[]> => {
  const groups = new Map<string | null, BudgetLine[]>()
  for (const line of lines) {
    const group = groups.get(line.parentId)
    if (group) group.push(line)
    else groups.set(line.parentId, [line])
  }
  return groups
}

/** Depth of every line that hangs from the top; lines of a cycle hang from nowhere and get none. */
function measureDepths(childrenOf: ReadonlyMap<string | null, readonly BudgetLine[]>): Map<string, number> {
  const depths = new Map<string, number>()
  let level = childrenOf.get(null) ?? []
  for (let depth = 0; level.length > 0; depth++) {
    for (const line of level) depths.set(line.id, depth)
    level = level.flatMap((line) => childrenOf.get(line.id) ?? [])
  }
  return depths
}

/**
 * The tree behind flat lines.
 * Errors: every duplicate id, unknown parent, amount beyond reason, cycle and branch that is too deep, each told once with its lines.
 */
export function buildTree(lines: readonly BudgetLine[]): Result<BudgetTree, BudgetIssue[]> {
  const issues = duplicates(lines)
  const byId = new Map(lines.map((line) => [line.id, line]))
  for (const line of lines)
    if (line.parentId !== null && !byId.has(line.parentId))
      issues.push(budgetIssue('unknown_parent', [line.id], line.parentId, { parent: line.parentId }))
  for (const line of lines)
    if (Math.abs(line.amountCents ?? 0) > AMOUNT_MAX_CENTS)
      issues.push(budgetIssue('amount_too_large', [line.id], line.parentId, { amountCents: line.amountCents }))
  if (issues.length > 0) return err(issues)
  const childrenOf = groupByParent(lines)
  const depthOf = measureDepths(childrenOf)
  const adrift = lines.filter((line) => !depthOf.has(line.id)).map((line) => line.id)
  if (adrift.length > 0) return err([budgetIssue('cycle', adrift)])
  const deep = lines.filter((line) => (depthOf.get(line.id) ?? 0) >= MAX_DEPTH).map((line) => line.id)
  if (deep.length > 0) return err([budgetIssue('too_deep', deep, null, { limit: MAX_DEPTH })])
  return ok({ lines, byId, childrenOf, depthOf })
}
