import { useMutation, useQuery } from '@tanstack/react-query'
import type { BudgetLedgerPage, BudgetPostResult, FeeRatioCheck, PostToBudget } from '@zhanggui/contract'
import { apiGet, apiPost } from '../../../api/client.ts'
import { type PlanAt, useRefreshPlan } from '../../goals/plans/use-plans.ts'
import { budgetKeys, budgetPath } from '../use-budget.ts'

/** The latest postings of a plan, or of one line. */
export const useLedger = (at: PlanAt, line: string | null) =>
  useQuery({
    queryKey: budgetKeys.of(at, 'ledger', line),
    queryFn: ({ signal }) => {
      const search = line === null ? '' : `?line=${encodeURIComponent(line)}`
      return apiGet<BudgetLedgerPage>(`${budgetPath(at, 'ledger')}${search}`, signal)
    },
  })

export function usePostEntry(at: PlanAt) {
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: (entry: PostToBudget) => apiPost<BudgetPostResult>(budgetPath(at, 'ledger'), entry),
    onSuccess: refresh,
  })
}

/** What a commitment would do to the fee ratio; asked while the form is filled. */
export const useCommitmentCheck = (at: PlanAt, asked: { lineId: string; amountCents: number } | null) =>
  useQuery({
    queryKey: budgetKeys.of(at, 'check', asked),
    queryFn: ({ signal }) => apiPost<FeeRatioCheck[]>(budgetPath(at, 'check'), asked, signal),
    enabled: asked !== null,
  })
