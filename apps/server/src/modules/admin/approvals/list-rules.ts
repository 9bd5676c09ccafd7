import type { ApprovalRule } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { describeRule } from './approval-rule.ts'
import { holdersOf } from './approvers.ts'
import { APPROVALS } from './registry.ts'
import { readRule } from './rules.ts'

/** What needs a second person in a shop, and how many people could be that person. */
export async function listApprovalRules(context: Context, store: string): Promise<ApprovalRule[]> {
  const { db } = context.records
  return Promise.all(
    APPROVALS.map(async (declaration) => {
      const holders = await holdersOf(db, store, declaration.permissions.approve)
      return describeRule(declaration, await readRule(db, store, declaration), holders.length)
    }),
  )
}
