import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CreatedEventKey, CreateEventKey, EventKey } from '@zhanggui/contract'
import { apiDelete, apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const eventKeysKey = (store: string) => queryKeys.storeList(store, 'event-keys')

export const useEventKeys = (store: string) =>
  useQuery({
    queryKey: eventKeysKey(store),
    queryFn: ({ signal }) => apiGet<EventKey[]>(storePath(store, 'event-keys'), signal),
  })

export function useCreateEventKey(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (key: CreateEventKey) => apiPost<CreatedEventKey>(storePath(store, 'event-keys'), key),
    onSuccess: () => client.invalidateQueries({ queryKey: eventKeysKey(store) }),
  })
}

export function useRevokeEventKey(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => apiDelete<EventKey>(storePath(store, 'event-keys', id)),
    onSuccess: () => client.invalidateQueries({ queryKey: eventKeysKey(store) }),
  })
}
