import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CreateStore, Store, UpdateStore } from '@zhanggui/contract'
import { apiPost, apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** A new shop is also a new entry of the switcher, which reads it from the session. */
export function useCreateStore() {
  const refresh = useRefreshStores()
  return useMutation({ mutationFn: (store: CreateStore) => apiPost<Store>('/v1/stores', store), onSuccess: refresh })
}

export function useUpdateStore() {
  const refresh = useRefreshStores()
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: UpdateStore }) => apiPut<Store>(storePath(id), change),
    onSuccess: refresh,
  })
}

function useRefreshStores() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.stores }),
      client.invalidateQueries({ queryKey: queryKeys.session }),
    ])
}
