import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SetLiveTarget } from '@zhanggui/contract'
import { apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** Sets the target of a day, or takes it back with null. */
export function useSetTarget(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (target: SetLiveTarget) => apiPut<void>(storePath(store, 'live', 'target'), target),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.storeList(store, 'live-board') }),
  })
}
