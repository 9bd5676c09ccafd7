import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  AskBackTest,
  BackTestReport,
  ChangePlaybook,
  Lever,
  PlaybookActionType,
  PlaybookGain,
  PlaybookInfo,
  PlaybookLibrary,
  PlaybookPause,
  PlaybookRunInfo,
  PutLever,
  RunPreview,
} from '@zhanggui/contract'
import { apiDelete, apiGet, apiPost, apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useStoreId } from '../../../app/use-store-id.ts'

/** Runs come by themselves: what is on the screen is at most so old. */
const EVERY_MS = 5_000

function usePlaybookQuery<T>(path: readonly string[], every?: number) {
  const store = useStoreId()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'playbooks', ...path),
    queryFn: ({ signal }) => apiGet<T>(storePath(store, ...path), signal),
    ...(every === undefined ? {} : { refetchInterval: every }),
  })
}

export const usePlaybooks = () => usePlaybookQuery<PlaybookInfo[]>(['playbooks'], EVERY_MS)
export const useLibrary = () => usePlaybookQuery<PlaybookLibrary>(['playbook-library'])
export const useActionTypes = () => usePlaybookQuery<PlaybookActionType[]>(['playbook-actions'])
export const useRuns = () => usePlaybookQuery<PlaybookRunInfo[]>(['playbook-runs'], EVERY_MS)
export const usePause = () => usePlaybookQuery<PlaybookPause>(['playbook-pause'], EVERY_MS)
export const useLevers = () => usePlaybookQuery<Lever[]>(['levers'], EVERY_MS)

/** A change; everything of the playbooks is asked again after it, also after a refusal: it says what changed meanwhile. */
function useChange<Input, Output>(send: (store: string, input: Input) => Promise<Output>) {
  const store = useStoreId()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => send(store, input),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.storeList(store, 'playbooks') }),
  })
}

export const useAddShipped = () =>
  useChange((store, ids: string[]) => apiPost<{ added: string[] }>(storePath(store, 'playbook-library'), { ids }))
export const useChangePlaybook = () =>
  useChange((store, { id, change }: { id: string; change: ChangePlaybook }) =>
    apiPut<PlaybookInfo>(storePath(store, 'playbooks', id), change),
  )
export const useRemovePlaybook = () => useChange((store, id: string) => apiDelete(storePath(store, 'playbooks', id)))
export const useStartRun = () =>
  useChange((store, id: string) => apiPost<PlaybookRunInfo>(storePath(store, 'playbooks', id, 'runs'), {}))

export type RunStep = { id: number; step: 'agree' | 'refuse' | 'undo' }
export const useRunStep = () =>
  useChange((store, { id, step }: RunStep) =>
    apiPost<PlaybookRunInfo>(storePath(store, 'playbook-runs', String(id), step), step === 'agree' ? undefined : {}),
  )
export const useSetPause = () =>
  useChange((store, paused: boolean) => apiPut<PlaybookPause>(storePath(store, 'playbook-pause'), { paused }))
export const usePutLever = () =>
  useChange((store, { type, id, lever }: { type: string; id: string; lever: PutLever }) =>
    apiPut<Lever>(storePath(store, 'levers', type, id), lever),
  )

/** What one would do now: asked anew each time it is opened. */
export function usePreview(id: string) {
  const store = useStoreId()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'playbooks', 'preview', id),
    queryFn: () => apiPost<RunPreview>(storePath(store, 'playbooks', id, 'preview'), {}),
    gcTime: 0,
  })
}

export function useBackTest(id: string) {
  const store = useStoreId()
  return useMutation({
    mutationFn: (asked: AskBackTest) => apiPost<BackTestReport>(storePath(store, 'playbooks', id, 'back-test'), asked),
  })
}

/** The simulated market with exactly this playbook on and off. */
export function useGain(id: string) {
  const store = useStoreId()
  return useMutation({
    mutationFn: (days: number) => apiPost<PlaybookGain>(storePath(store, 'playbooks', id, 'gain'), { days }),
  })
}
