import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  AdoptedPlans,
  ContingencyLibrary,
  ContingencyPlanInfo,
  DrillDetail,
  DrillInfo,
  DrillLesson,
  PlannedDrill,
  PlanRunInfo,
  PutContingencyPlan,
  RuleRehearsal,
  StartDrill,
} from '@zhanggui/contract'
import { apiDelete, apiGet, apiPost, apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useStoreId } from '../../../app/use-store-id.ts'

/** Plans start by themselves and drills go on: what is on the screen is at most so old. */
const EVERY_MS = 5_000
const PLAYING_MS = 1_000

type Every<T> = number | false | ((data: T | undefined) => number | false)

function useDrillQuery<T>(path: readonly string[], every: Every<T> = false) {
  const store = useStoreId()
  return useQuery<T>({
    queryKey: queryKeys.storeList(store, 'drills', ...path),
    queryFn: ({ signal }) => apiGet<T>(storePath(store, ...path), signal),
    refetchInterval: ({ state }) => (typeof every === 'function' ? every(state.data) : every),
  })
}

const isOpen = ({ state }: Pick<DrillInfo, 'state'>): boolean => state === 'queued' || state === 'running'

export const usePlans = () => useDrillQuery<ContingencyPlanInfo[]>(['contingency-plans'], EVERY_MS)
export const usePlanLibrary = () => useDrillQuery<ContingencyLibrary>(['contingency-library'])
export const usePlanRuns = () => useDrillQuery<PlanRunInfo[]>(['contingency-runs'], EVERY_MS)
export const useDrills = () =>
  useDrillQuery<DrillInfo[]>(['drills'], (drills) => (drills?.some(isOpen) ? PLAYING_MS : EVERY_MS))
export const useDrill = (id: string) =>
  useDrillQuery<DrillDetail>(['drills', id], (drill) => (drill && isOpen(drill) ? PLAYING_MS : false))
export const useDrillCalendar = () => useDrillQuery<PlannedDrill[]>(['drill-calendar'])
export const useLessons = () => useDrillQuery<DrillLesson[]>(['drill-lessons'])

/** A change; everything of plans and drills is asked again after it, also after a refusal. */
function useChange<Input, Output>(send: (store: string, input: Input) => Promise<Output>) {
  const store = useStoreId()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => send(store, input),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.storeList(store, 'drills') }),
  })
}

export const useAdoptPlans = () =>
  useChange((store, ids: string[]) => apiPost<AdoptedPlans>(storePath(store, 'contingency-library'), { ids }))
export const usePutPlan = () =>
  useChange((store, { id, change }: { id: string; change: PutContingencyPlan }) =>
    apiPut<ContingencyPlanInfo>(storePath(store, 'contingency-plans', id), change),
  )
export const useStartPlan = () =>
  useChange((store, { id, reason }: { id: string; reason: string }) =>
    apiPost<PlanRunInfo>(storePath(store, 'contingency-plans', id, 'runs'), { reason }),
  )
export const useDoStep = () =>
  useChange((store, { run, step }: { run: number; step: string }) =>
    apiPost<PlanRunInfo>(storePath(store, 'contingency-runs', String(run), 'steps', step), {}),
  )
export const useEndPlan = () =>
  useChange((store, { run, reason }: { run: number; reason: string }) =>
    apiPost<PlanRunInfo>(storePath(store, 'contingency-runs', String(run), 'end'), { reason }),
  )
export const useStartDrill = () =>
  useChange((store, asked: StartDrill) => apiPost<DrillDetail>(storePath(store, 'drills'), asked))
export const useCancelDrill = () => useChange((store, id: number) => apiDelete(storePath(store, 'drills', String(id))))
export const useCloseLesson = () =>
  useChange((store, { id, result }: { id: number; result: string }) =>
    apiPost<DrillLesson[]>(storePath(store, 'drill-lessons', String(id)), { result }),
  )

/** Prices carts under a copy of the shop's rules; nothing is changed by it. */
export function useRehearseRules() {
  const store = useStoreId()
  return useMutation({ mutationFn: () => apiPost<RuleRehearsal>(storePath(store, 'rule-rehearsals'), {}) })
}
