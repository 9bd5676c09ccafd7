import { useMutation, useQuery } from '@tanstack/react-query'
import type { AskedRelease, AskRelease, ReserveView, RestoreRelease } from '@zhanggui/contract'
import { apiGet, apiPost } from '../../../api/client.ts'
import { type PlanAt, useRefreshPlan } from '../../goals/plans/use-plans.ts'
import { budgetKeys, budgetPath } from '../use-budget.ts'

export const useReserves = (at: PlanAt) =>
  useQuery({
    queryKey: budgetKeys.of(at, 'reserve'),
    queryFn: ({ signal }) => apiGet<ReserveView[]>(budgetPath(at, 'reserve'), signal),
  })

export function useAskRelease(at: PlanAt) {
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: (input: AskRelease) => apiPost<AskedRelease>(budgetPath(at, 'reserve', 'releases'), input),
    onSuccess: refresh,
  })
}

/** Money of a release that comes back, or what the rest was used for. */
export function useSettleRelease(at: PlanAt) {
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: ({ release, ...input }: { release: string } & (RestoreRelease | { report: string })) =>
      apiPost<unknown>(budgetPath(at, 'reserve', 'releases', release, 'report' in input ? 'report' : 'restore'), input),
    onSuccess: refresh,
  })
}
