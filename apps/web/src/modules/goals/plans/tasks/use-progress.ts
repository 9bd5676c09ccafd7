import { useMutation } from '@tanstack/react-query'
import type { PlanPartSaved, PlanProgress } from '@zhanggui/contract'
import { apiPost } from '../../../../api/client.ts'
import { type PlanAt, planPath, useRefreshPlan } from '../use-plans.ts'

/** Ticks tasks off, also while the plan is approved. */
export function useProgress(at: PlanAt) {
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: (progress: PlanProgress) => apiPost<PlanPartSaved>(planPath(at, 'progress'), progress),
    onSuccess: refresh,
  })
}
