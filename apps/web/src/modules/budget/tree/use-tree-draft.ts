import type { PlanDetail } from '@zhanggui/contract'
import { useReducer } from 'react'
import { useLeaveWarning } from '../../../app/use-leave-warning.ts'
import { type PlanAt, useChangeParts } from '../../goals/plans/use-plans.ts'
import { type BudgetDraft, isDirty, openDraft } from './budget-draft.ts'

type Change = (draft: BudgetDraft) => BudgetDraft

/** The budget as it is edited on this page, and saving it. */
export function useTreeDraft(at: PlanAt, plan: PlanDetail) {
  const stored = { lines: plan.budget, rules: plan.budgetRules }
  const [draft, change] = useReducer((now: BudgetDraft, next: Change) => next(now), openDraft(stored))
  const revision = plan.revisions.budget
  const dirty = isDirty(draft, stored)
  useLeaveWarning(dirty)
  const saving = useChangeParts(at)
  // Saving opens the editor anew, so what comes after it hangs on the promise and not on this component.
  const save = (onSaved: () => void): void => {
    const change = { parts: { budget: { revision, body: { lines: draft.lines, rules: draft.rules } } } }
    void saving.mutateAsync(change).then(onSaved, () => undefined)
  }
  return { draft, change, dirty, save, saving }
}
