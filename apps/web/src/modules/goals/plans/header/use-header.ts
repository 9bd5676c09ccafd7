import { useQuery } from '@tanstack/react-query'
import type { AssumptionState, PlanDetail } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../../api/client.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { type PlanAt, useChangeParts } from '../use-plans.ts'

export type HeaderChange = Partial<Pick<PlanDetail, 'name' | 'profile' | 'texts' | 'assumptions'>>

/** An approved plan is read only; so is every plan to who may not write. */
export const useHeaderEditable = (plan: PlanDetail): boolean =>
  usePermissions().includes('plan:write') && plan.status === 'draft'

/** Saves some of a plan's header; the rest goes back as it was read. */
export function useSaveHeader(at: PlanAt, plan: PlanDetail) {
  const save = useChangeParts(at)
  const { name, profile, texts, assumptions } = plan
  const run = (change: HeaderChange, done: () => void): void =>
    save.mutate(
      {
        parts: { header: { revision: plan.revisions.header, body: { name, profile, texts, assumptions, ...change } } },
      },
      { onSuccess: done },
    )
  return { run, isPending: save.isPending, error: save.isError ? save.error : null }
}

/** The shop's register of market assumptions, with what is wrong with each today. */
export const useAssumptions = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'assumptions'),
    queryFn: ({ signal }) => apiGet<AssumptionState[]>(storePath(store, 'assumptions'), signal),
  })
