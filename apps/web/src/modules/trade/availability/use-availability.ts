import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Availability, SetServiceLevel, SiteMove } from '@zhanggui/contract'
import { apiGet, apiPost, apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const LOOK_MS = 5000
const keyOf = (store: string) => queryKeys.storeList(store, 'availability')

export const useAvailability = (store: string) =>
  useQuery({
    queryKey: keyOf(store),
    queryFn: ({ signal }) => apiGet<Availability>(storePath(store, 'availability'), signal),
    refetchInterval: LOOK_MS,
  })

/** Both answer with how it is afterwards. */
function useSteering<Input>(store: string, send: (input: Input) => Promise<Availability>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: (now) => client.setQueryData(keyOf(store), now) })
}

export const useSetLevel = (store: string) =>
  useSteering(store, (input: SetServiceLevel) => apiPut<Availability>(storePath(store, 'service-level'), input))

export const useMoveSite = (store: string) =>
  useSteering(store, (input: SiteMove) => apiPost<Availability>(storePath(store, 'site-moves'), input))
