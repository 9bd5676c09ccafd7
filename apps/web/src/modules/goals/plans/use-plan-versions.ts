import { useMutation, useQuery } from '@tanstack/react-query'
import type {
  ApprovePlan,
  ConfirmPlan,
  Finding,
  PlanComparison,
  PlanConfirmation,
  PlanPartSaved,
  PlanSummary,
  PlanVersion,
} from '@zhanggui/contract'
import { apiGet, apiPost } from '../../../api/client.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { type PlanAt, planKeys, planPath, useRefreshPlan } from './use-plans.ts'

/** Versions of a plan, the newest first. */
export const usePlanVersions = (at: PlanAt) =>
  useQuery({
    queryKey: [...planKeys.plan(at), 'versions'],
    queryFn: ({ signal }) => apiGet<PlanVersion[]>(planPath(at, 'versions'), signal),
  })

export const usePlanConfirmations = (at: PlanAt) =>
  useQuery({
    queryKey: [...planKeys.plan(at), 'confirmations'],
    queryFn: ({ signal }) => apiGet<PlanConfirmation[]>(planPath(at, 'confirmations'), signal),
  })

/** `from` and `to` are a version's number, or `draft`. */
export const usePlanComparison = (at: PlanAt, { from, to }: { from: string; to: string }) =>
  useQuery({
    queryKey: [...planKeys.plan(at), 'compare', from, to],
    queryFn: ({ signal }) =>
      apiGet<PlanComparison>(`${planPath(at, 'compare')}?${new URLSearchParams({ from, to })}`, signal),
  })

export function useCutVersion(at: PlanAt) {
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: (note: string) => apiPost<PlanVersion>(planPath(at, 'versions'), { note }),
    onSuccess: refresh,
  })
}

export function useRestoreVersion(at: PlanAt) {
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: ({ number, reason }: { number: number; reason: string }) =>
      apiPost<PlanPartSaved>(planPath(at, 'versions', String(number), 'restore'), { reason }),
    onSuccess: refresh,
  })
}

export function useApprovePlan(at: PlanAt) {
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: (asked: ApprovePlan) => apiPost<PlanVersion>(planPath(at, 'approve'), asked),
    onSuccess: refresh,
  })
}

export function useReopenPlan(at: PlanAt) {
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: (reason: string) => apiPost<PlanSummary>(planPath(at, 'reopen'), { reason }),
    onSuccess: refresh,
  })
}

export function useConfirmPlan(at: PlanAt) {
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: (asked: ConfirmPlan) => apiPost<PlanConfirmation[]>(planPath(at, 'confirmations'), asked),
    onSuccess: refresh,
  })
}

/** The findings that keep a plan from being approved; none for any other failure. */
export function blockingFindings(error: unknown): Finding[] {
  if (!(error instanceof ApiProblem) || error.code !== 'plan_blocked') return []
  const { findings } = error.facts as { findings?: Finding[] }
  return findings ?? []
}
