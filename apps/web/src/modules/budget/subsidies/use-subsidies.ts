import { useMutation, useQuery } from '@tanstack/react-query'
import type { MoveSubsidy, OpenSubsidy, Subsidies } from '@zhanggui/contract'
import { apiGet, apiPost } from '../../../api/client.ts'
import { type PlanAt, useRefreshPlan } from '../../goals/plans/use-plans.ts'
import { budgetKeys, budgetPath } from '../use-budget.ts'

export const useSubsidies = (at: PlanAt) =>
  useQuery({
    queryKey: budgetKeys.of(at, 'subsidies'),
    queryFn: ({ signal }) => apiGet<Subsidies>(budgetPath(at, 'subsidies'), signal),
  })

function useSubsidyCall<Input, Output>(at: PlanAt, call: (input: Input) => Promise<Output>) {
  const refresh = useRefreshPlan(at)
  return useMutation({ mutationFn: call, onSuccess: refresh })
}

export const useOpenSubsidy = (at: PlanAt) =>
  useSubsidyCall(at, (input: OpenSubsidy) => apiPost<unknown>(budgetPath(at, 'subsidies'), input))

export const useMoveSubsidy = (at: PlanAt) =>
  useSubsidyCall(at, ({ subsidy, ...input }: MoveSubsidy & { subsidy: string }) =>
    apiPost<unknown>(budgetPath(at, 'subsidies', subsidy, 'moves'), input),
  )

export const useSettleSubsidies = (at: PlanAt) =>
  useSubsidyCall(at, () => apiPost<{ posted: number }>(budgetPath(at, 'subsidies', 'settle'), {}))
