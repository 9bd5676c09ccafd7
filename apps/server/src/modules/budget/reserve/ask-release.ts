import { checkRelease, type ReleaseError } from '@zhanggui/budget'
import type { AskedRelease, AskRelease } from '@zhanggui/contract'
import { cents } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { holdersOf } from '../../admin/approvals/approvers.ts'
import { requestApproval } from '../../admin/approvals/request-approval.ts'
import { type BudgetCaller, todayOf } from '../budget-key.ts'
import { findPosting, lineBalance, readBalances } from '../ledger/ledger-rows.ts'
import { type LoadedBudget, loadBudget } from '../load-budget.ts'
import { RESERVE_RELEASE } from './reserve-approval.ts'

const yuan = (amount: number): string => (amount / 100).toFixed(2)

/** What is missing in a request, told so that it can be added. */
function releaseFailure(error: ReleaseError): ApiFailure {
  switch (error.code) {
    case 'more_than_reserve': {
      const figures = { available: yuan(error.reserveCents), needed: yuan(error.amountCents) }
      return new ApiFailure('budget_not_enough', { line: 'reserve', state: 'planned', ...figures })
    }
    case 'amount_not_positive':
      return new ApiFailure('invalid_request', { where: 'amountCents: above 0' })
    case 'approver_missing':
      return new ApiFailure('no_approver', { permission: RESERVE_RELEASE.permissions.approve })
    case 'approver_is_asker':
      return new ApiFailure('approval_own')
    case 'trigger_missing':
      return new ApiFailure('budget_release_incomplete', { missing: '触发原因 (trigger)' })
    case 'evidence_missing':
      return new ApiFailure('budget_release_incomplete', { missing: '依据 (evidence)' })
  }
}

/** Errors: throws `budget_reserve` for a line that is no reserve, `not_found` for lines that are not in the plan. */
function linesOf({ plan }: LoadedBudget, input: AskRelease) {
  const find = (id: string) => {
    const line = plan.budget.find((known) => known.id === id)
    if (!line) throw new ApiFailure('not_found', { what: `lines/${id}` })
    return line
  }
  const [reserve, target] = [find(input.reserveLineId), find(input.toLineId)]
  if (reserve.kind !== 'reserve') throw new ApiFailure('budget_reserve', { line: reserve.name })
  return { reserve, target }
}

/**
 * Asks for money of the reserve (P4.07): with its trigger and what was seen; another person who may approve money decides. Where
 * nobody else could, the asker's word counts and is marked as a single person's in the trail.
 * Errors: throws `budget_release_incomplete`, `budget_not_enough`, `budget_reserve`, `no_approver`, `not_found`.
 */
export async function askRelease(context: Context, caller: BudgetCaller, input: AskRelease): Promise<AskedRelease> {
  const key = { store: caller.store, plan: caller.plan }
  const { db } = context.records
  const loaded = await loadBudget(context, key)
  const { reserve, target } = linesOf(loaded, input)
  const holders = await holdersOf(db, caller.store, RESERVE_RELEASE.permissions.approve)
  const others = holders.filter((actor) => actor !== caller.actor)
  if (await findPosting(db, key, `release:${input.id}`))
    return { outcome: 'duplicate', approvalId: null, approvers: others.length }
  const { planned: held } = lineBalance(await readBalances(db, key), reserve.id)
  const [approver = holders.length > 0 ? 'single-person' : null] = others
  const request = {
    reserveLineId: reserve.id,
    toLineId: target.id,
    amountCents: cents(input.amountCents),
    trigger: input.trigger ?? null,
    evidence: input.evidence ?? '',
    askedBy: caller.actor,
    approver,
  }
  const checked = checkRelease(request, held)
  if (!checked.ok) throw releaseFailure(checked.error)
  const { amountCents, trigger, evidence } = checked.value
  if (trigger === null) throw releaseFailure({ code: 'trigger_missing' })
  const payload = {
    plan: caller.plan,
    id: input.id,
    reserveLine: reserve.id,
    toLine: target.id,
    toLineName: target.name,
    amountCents,
    heldCents: held,
    trigger,
    evidence,
    day: todayOf(context, caller.shop),
  }
  const asked = await requestApproval(context, RESERVE_RELEASE, caller, { payload, reason: evidence })
  const outcome = asked.performed ? 'released' : 'waiting'
  return { outcome, approvalId: asked.request?.id ?? null, approvers: others.length }
}
