import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SavedMapping } from '@zhanggui/contract'
import { apiDelete, apiGet, apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const keyOf = (store: string) => queryKeys.storeList(store, 'mappings')

export const useMappings = (store: string) =>
  useQuery({
    queryKey: keyOf(store),
    queryFn: ({ signal }) => apiGet<SavedMapping[]>(storePath(store, 'mappings'), signal),
  })

export function useRenameMapping(store: string) {
  const refresh = useRefresh(store)
  return useMutation({
    mutationFn: ({ fingerprint, name }: Pick<SavedMapping, 'fingerprint'> & { name: string }) =>
      apiPut<unknown>(storePath(store, 'mappings', fingerprint), { name }),
    onSuccess: refresh,
  })
}

export function useForgetMapping(store: string) {
  const refresh = useRefresh(store)
  return useMutation({
    mutationFn: ({ fingerprint }: Pick<SavedMapping, 'fingerprint'>) =>
      apiDelete<unknown>(storePath(store, 'mappings', fingerprint)),
    onSuccess: refresh,
  })
}

function useRefresh(store: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keyOf(store) })
}
