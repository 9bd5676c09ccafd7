import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ChangePlanParts, CreatePlan, PlanDetail, PlanPartSaved, PlanSummary } from '@zhanggui/contract'
import { apiDelete, apiGet, apiPost, apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export type PlanAt = { store: string; plan: string }

export const planKeys = {
  list: (store: string) => queryKeys.storeList(store, 'plans'),
  /** Everything of one plan; what is worked out from it lies below, so that a change makes all of it stale. */
  plan: ({ store, plan }: PlanAt) => queryKeys.storeList(store, 'plan', plan),
  detail: (at: PlanAt) => [...planKeys.plan(at), 'detail'] as const,
}

export const planPath = ({ store, plan }: PlanAt, ...parts: string[]): string =>
  storePath(store, 'plans', plan, ...parts)

/** The plans of a shop, the latest year first. */
export const usePlans = (store: string) =>
  useQuery({
    queryKey: planKeys.list(store),
    queryFn: ({ signal }) => apiGet<PlanSummary[]>(storePath(store, 'plans'), signal),
  })

/** The whole plan. A form is filled from it, so it is read anew for every page. */
export const usePlan = (at: PlanAt) =>
  useQuery({
    queryKey: planKeys.detail(at),
    queryFn: ({ signal }) => apiGet<PlanDetail>(planPath(at), signal),
    refetchOnWindowFocus: false,
  })

/** Makes a plan, and every list of plans, stale. */
export function useRefreshPlan(at: PlanAt) {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: planKeys.plan(at) })
    await client.invalidateQueries({ queryKey: planKeys.list(at.store) })
  }
}

export function useCreatePlan(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CreatePlan) => apiPost<PlanDetail>(storePath(store, 'plans'), input),
    onSuccess: () => client.invalidateQueries({ queryKey: planKeys.list(store) }),
  })
}

/** Saves parts of a plan, all of them or none; `stale_version` tells who was first. */
export function useChangeParts(at: PlanAt) {
  const refresh = useRefreshPlan(at)
  return useMutation({
    mutationFn: (change: ChangePlanParts) => apiPut<PlanPartSaved>(planPath(at, 'parts'), change),
    onSuccess: refresh,
  })
}

export function useDeletePlan(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (plan: string) => apiDelete<unknown>(planPath({ store, plan })),
    onSuccess: () => client.invalidateQueries({ queryKey: planKeys.list(store) }),
  })
}
