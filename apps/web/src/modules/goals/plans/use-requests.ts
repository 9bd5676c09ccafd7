import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnswerMerchantRequest, MerchantRequestState } from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const key = (store: string) => queryKeys.storeList(store, 'merchant-requests')

/** Requests to the merchant, those that are late first. */
export const useRequests = (store: string) =>
  useQuery({
    queryKey: key(store),
    queryFn: ({ signal }) => apiGet<MerchantRequestState[]>(storePath(store, 'merchant-requests'), signal),
  })

export function useAnswerRequest(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...answer }: AnswerMerchantRequest & { id: string }) =>
      apiPost<unknown>(storePath(store, 'merchant-requests', id, 'answer'), answer),
    onSuccess: () => client.invalidateQueries({ queryKey: key(store) }),
  })
}
